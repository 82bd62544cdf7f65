import { expect } from "chai";
import fc from "fast-check";
import type { Document, Value } from "../../../src/engine/index.ts";
import { matches, parseQuery } from "../../../src/engine/index.ts";
import type { QueryFilter } from "../../../src/rules/index.ts";
import { compileRules } from "../../../src/rules/index.ts";
import { inDocuments, lookupOf, requestOf, toDocument, toValue } from "../expect.ts";

const PARENT = "projects/demo/databases/(default)/documents";
const VALUES: readonly unknown[] = [null, true, false, 1, 2, 3, 2.5, "a", "b", [1], ["a", 1], [], { n: 1 }];

/** All documents whose two fields each have one of these values or none. */
const universe: readonly Document[] = [undefined, ...VALUES].flatMap((a) =>
  [undefined, 1, "a", ["a"]].map((b) =>
    toDocument("rooms/abc", { ...(a !== undefined && { a }), ...(b !== undefined && { b }) }),
  ),
);

const field = fc.constantFrom("a", "b", "a.n");
const value = fc.constantFrom(...VALUES).map(toValue);
const list = fc.uniqueArray(fc.constantFrom(1, 2, "a", "b"), { minLength: 1, maxLength: 3 }).map(toValue);
const compared = fc
  .record({
    fieldPath: field,
    op: fc.constantFrom(
      "EQUAL",
      "NOT_EQUAL",
      "LESS_THAN",
      "LESS_THAN_OR_EQUAL",
      "GREATER_THAN",
      "GREATER_THAN_OR_EQUAL",
      "ARRAY_CONTAINS",
    ),
    value,
  })
  .map(({ fieldPath, op, value }): QueryFilter => ({
    fieldFilter: { field: { fieldPath }, op, value: value as Value },
  }));
const listed = fc
  .record({ fieldPath: field, op: fc.constantFrom("IN", "NOT_IN", "ARRAY_CONTAINS_ANY"), value: list })
  .map(({ fieldPath, op, value }): QueryFilter => ({ fieldFilter: { field: { fieldPath }, op, value } }));
const unary = fc
  .record({ fieldPath: field, op: fc.constantFrom("IS_NULL", "IS_NOT_NULL", "IS_NAN", "IS_NOT_NAN") })
  .map(({ fieldPath, op }): QueryFilter => ({ unaryFilter: { field: { fieldPath }, op } }));
const single = fc.oneof({ weight: 4, arbitrary: compared }, listed, unary);
const filter: fc.Arbitrary<QueryFilter> = fc.oneof(
  single,
  fc
    .tuple(fc.constantFrom("AND", "OR"), fc.array(single, { minLength: 2, maxLength: 3 }))
    .map(([op, filters]) => ({ compositeFilter: { op, filters } })),
);

const operand = fc.constantFrom("resource.data.a", "resource.data.b", "resource.data.a.n", "resource.data.get('a', 1)");
const constant = fc.constantFrom("null", "true", "1", "2", "2.5", "'a'", "'b'", "[1]", "['a']");
const test = fc.oneof(
  fc.tuple(operand, fc.constantFrom("==", "!=", "<", "<=", ">", ">="), constant).map((parts) => parts.join(" ")),
  fc.tuple(constant, fc.constantFrom("==", "!=", "<", ">=", "in"), operand).map((parts) => parts.join(" ")),
  fc
    .tuple(operand, fc.constantFrom("int", "number", "string", "list", "map", "bool", "float"))
    .map((parts) => parts.join(" is ")),
  fc
    .tuple(operand, fc.constantFrom("hasAny", "hasAll", "hasOnly"), constant)
    .map(([a, name, b]) => `${a}.${name}([${b}, 'a'])`),
  fc.constantFrom("'a' in resource.data", "'b' in resource.data", "resource.data.a is map", "resource.data.a"),
  fc.tuple(operand, operand).map((parts) => parts.join(" == ")),
);
const condition = fc.oneof(
  test,
  test.map((a) => `!(${a})`),
  fc.tuple(test, fc.constantFrom("&&", "||"), test).map(([a, op, b]) => `(${a}) ${op} !(${b})`),
  fc.tuple(test, test, test).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
);

describe("a query that is allowed", () => {
  it("returns only documents that may each be read individually", () => {
    let allowed = 0;
    fc.assert(
      fc.property(filter, condition, (where, text) => {
        const ruleset = compileRules(inDocuments(`match /rooms/{room} { allow read: if ${text}; }`));
        const query = { from: [{ collectionId: "rooms" }], where };
        const decision = ruleset.decide(requestOf({ method: "list", path: "rooms", query }), lookupOf({}));
        if (!decision.isAllowed) return;
        allowed += 1;
        const returned = universe.filter((document) => matches(parseQueryOrSkip(query), document));
        for (const resource of returned) {
          const single = ruleset.decide(requestOf({ resource }), lookupOf({}));
          expect(
            single.isAllowed,
            `${text} for ${JSON.stringify(resource.fields)} given ${JSON.stringify(where)}`,
          ).to.equal(true);
        }
      }),
      { seed: 42, numRuns: 800 },
    );
    // The property proves nothing if every query is denied.
    expect(allowed).to.be.above(40);
  });
});

/** Queries that Firestore rejects prove nothing. */
function parseQueryOrSkip(query: Parameters<typeof parseQuery>[1]): ReturnType<typeof parseQuery> {
  try {
    return parseQuery(PARENT, query);
  } catch {
    return fc.pre(false) as never;
  }
}
