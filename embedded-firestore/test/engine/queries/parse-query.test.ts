// Invalid queries, with Firestore's own messages where they are known.
import { expect } from "chai";
import { parseQuery } from "../../../src/engine/index.ts";
import type { StructuredQuery } from "../../../src/engine/index.ts";
import { int, list, reference, refusal, ROOT, text } from "../fixture.ts";
import { and, inA, or, order, unary, where } from "./query-fixture.ts";

const many = (count: number) => list(...Array.from({ length: count }, (_, i) => int(i)));
const SINGLE = "Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.";
const NOT_IN = "'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.";

const refused: readonly [string, StructuredQuery, string?][] = [
  ["no collection", {}],
  ["two collections", { from: [{ collectionId: "a" }, { collectionId: "b" }] }],
  ["a path as a collection", { from: [{ collectionId: "a/b/c" }] }],
  ["an unknown operator", inA({ where: where("n", "ALMOST", int(1)) })],
  ["an inherited operator", inA({ where: unary("n", "constructor") })],
  ["a filter of nothing", inA({ where: {} })],
  ["an empty composite", inA({ where: and() })],
  ["a comparison without a value", inA({ where: { fieldFilter: { field: { fieldPath: "n" }, op: "EQUAL" } } })],
  ["a malformed field", inA({ where: where("a..b", "EQUAL", int(1)) })],
  ["in with no list", inA({ where: where("n", "IN", int(1)) }), "'IN' requires an ArrayValue."],
  ["in with an empty list", inA({ where: where("n", "IN", list()) }), "'IN' requires an non-empty ArrayValue."],
  ["in with 31 values", inA({ where: where("n", "IN", many(31)) }), "'IN' supports up to 30 comparison values."],
  [
    "not-in with 11 values",
    inA({ where: where("n", "NOT_IN", many(11)) }),
    "'NOT_IN' supports up to 10 comparison values.",
  ],
  ["two negations", inA({ where: and(where("a", "NOT_EQUAL", int(1)), unary("b", "IS_NOT_NULL")) }), SINGLE],
  ["not-in beside in", inA({ where: and(where("a", "NOT_IN", many(1)), where("b", "IN", many(1))) }), NOT_IN],
  ["not-in inside or", inA({ where: or(where("a", "NOT_IN", many(1)), where("b", "EQUAL", int(1))) }), NOT_IN],
  [
    "two array-contains",
    inA({ where: and(where("a", "ARRAY_CONTAINS", int(1)), where("b", "ARRAY_CONTAINS", int(1))) }),
  ],
  ["36 disjunctions", inA({ where: and(where("a", "IN", many(6)), where("b", "IN", many(6))) })],
  [
    "a name compared with text",
    inA({ where: where("__name__", "EQUAL", text("x")) }),
    "__key__ filter value must be a Key",
  ],
  [
    "an order after the name",
    inA({ orderBy: [order("__name__"), order("n")] }),
    "order by clause cannot contain more fields after the key",
  ],
  ["an order twice", inA({ orderBy: [order("n"), order("n", "DESCENDING")] })],
  ["an unknown direction", inA({ orderBy: [order("n", "SIDEWAYS")] })],
  [
    "a cursor longer than the order",
    inA({ startAt: { values: [reference("a/x"), int(1)] } }),
    "Cursor has too many values.",
  ],
  [
    "a cursor whose name is text",
    inA({ endAt: { values: [text("x")] } }),
    "Cursor __key__ value is not a document reference.",
  ],
  [
    "array-contains beside array-contains-any",
    inA({ where: and(where("a", "ARRAY_CONTAINS", int(1)), where("b", "ARRAY_CONTAINS_ANY", many(2))) }),
  ],
  [
    "two array-contains-any",
    inA({ where: and(where("a", "ARRAY_CONTAINS_ANY", many(2)), where("b", "ARRAY_CONTAINS_ANY", many(2))) }),
  ],
  ["a negative limit", inA({ limit: -1 }), "limit is negative"],
  ["a negative offset", inA({ offset: -1 }), "offset is negative"],
  ["a filter without a collection", { from: [{ allDescendants: true }], where: where("n", "EQUAL", int(1)) }],
];

describe("a query", () => {
  for (const [what, query, expected] of refused) {
    it(`is rejected with ${what}`, async () => {
      const message = await refusal("INVALID_ARGUMENT", () => parseQuery(ROOT, query));
      if (expected !== undefined) expect(message).to.equal(expected);
    });
  }

  it("is rejected below a collection", () => refusal("INVALID_ARGUMENT", () => parseQuery(`${ROOT}/a`, inA())));

  it("rejects an incomplete vector search", async () => {
    expect(await refusal("INVALID_ARGUMENT", () => parseQuery(ROOT, inA({ findNearest: {} })))).to.match(
      /query vector/u,
    );
  });

  it("may have one array-contains in each branch of or, and 30 disjunctions", () => {
    const contains = (path: string) => where(path, "ARRAY_CONTAINS", int(1));
    parseQuery(ROOT, inA({ where: or(contains("a"), contains("b")) }));
    parseQuery(ROOT, inA({ where: or(contains("a"), where("b", "ARRAY_CONTAINS_ANY", many(2))) }));
    parseQuery(ROOT, inA({ where: and(where("a", "IN", many(6)), where("b", "ARRAY_CONTAINS_ANY", many(5))) }));
  });

  it("unwraps a composite with one member, and turns unary filters into comparisons", () => {
    expect(parseQuery(ROOT, inA({ where: and(unary("n", "IS_NULL")) })).filter).to.deep.equal({
      kind: "field",
      path: ["n"],
      op: "EQUAL",
      value: { nullValue: null },
    });
  });
});
