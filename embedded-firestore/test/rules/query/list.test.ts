import { expect } from "chai";
import type { QueryFacts, QueryFilter, Ruleset } from "../../../src/rules/index.ts";
import { compileRules } from "../../../src/rules/index.ts";
import { expectCheap } from "../evaluate/bounded-work.ts";
import { inDocuments, listIf, lookupOf, requestOf, toValue } from "../expect.ts";

const OPS: Record<string, string> = {
  "==": "EQUAL",
  "!=": "NOT_EQUAL",
  "<": "LESS_THAN",
  "<=": "LESS_THAN_OR_EQUAL",
  ">": "GREATER_THAN",
  ">=": "GREATER_THAN_OR_EQUAL",
  in: "IN",
  "not-in": "NOT_IN",
  "array-contains": "ARRAY_CONTAINS",
  "array-contains-any": "ARRAY_CONTAINS_ANY",
};

function where(fieldPath: string, op: string, value: unknown): QueryFilter {
  return { fieldFilter: { field: { fieldPath }, op: OPS[op] ?? op, value: toValue(value) } };
}

function all(...filters: QueryFilter[]): QueryFilter {
  return { compositeFilter: { op: "AND", filters } };
}

function any(...filters: QueryFilter[]): QueryFilter {
  return { compositeFilter: { op: "OR", filters } };
}

const isAllowed = (condition: string, filter?: QueryFilter, more: QueryFacts = {}): boolean =>
  listIf(condition, { ...(filter && { where: filter }), ...more }).isAllowed;

describe("a query", () => {
  it("is allowed if the rule does not depend on the documents", () => {
    expect(isAllowed("true")).to.equal(true);
    expect(isAllowed("request.auth == null && request.method == 'list'")).to.equal(true);
  });

  it("is denied if its filters do not prove the condition", () => {
    expect(isAllowed("resource.data.open == true")).to.equal(false);
    expect(isAllowed("resource.data.open == true", where("closed", "==", false))).to.equal(false);
    expect(isAllowed("resource.data.open == true", where("open", "==", false))).to.equal(false);
  });

  it("is allowed if an equality proves the condition", () => {
    expect(isAllowed("resource.data.open == true", where("open", "==", true))).to.equal(true);
    expect(isAllowed("resource.data.open", where("open", "==", true))).to.equal(true);
    expect(isAllowed("resource.data.owner == 'a'", all(where("open", "==", true), where("owner", "==", "a")))).to.equal(
      true,
    );
    expect(isAllowed("resource.data.a.b == 1", where("a.b", "==", 1))).to.equal(true);
    expect(isAllowed("resource.data.a.b == 1", where("a", "==", { b: 1 }))).to.equal(true);
    expect(isAllowed("resource.data['a b'] == 1", where("`a b`", "==", 1))).to.equal(true);
    expect(isAllowed("resource.data.a in ['x', 'y']", where("a", "==", "x"))).to.equal(true);
    expect(isAllowed("resource.data.get('a', 0) == 1", where("a", "==", 1))).to.equal(true);
  });

  it("proves a comparison that follows from its range", () => {
    const rows: [string, string, unknown, boolean][] = [
      ["> 5", ">", 5, true],
      ["> 5", ">", 6, true],
      ["> 5", ">", 4, false],
      ["> 5", ">=", 5, false],
      ["> 5", ">=", 6, true],
      [">= 5", ">", 5, true],
      [">= 5", ">=", 5, true],
      [">= 5", ">=", 4, false],
      ["< 5", "<", 5, true],
      ["< 5", "<=", 5, false],
      ["<= 5", "<", 5, true],
      ["<= 5", "<=", 5, true],
      ["<= 5", "<", 6, false],
      ["> 5", "<", 4, false],
      ["!= 5", ">", 5, true],
      ["!= 5", ">=", 5, false],
      ["!= 5", "!=", 5, true],
      ["!= 5", "!=", 6, false],
      ["!= null", "!=", 5, true],
      ["!= null", ">", 5, true],
      ["!= 'a'", ">", 5, true],
      ["== 5", ">=", 5, false],
      ["is number", ">", 5, true],
      ["is int", ">", 5, false],
      ["is string", ">", "a", true],
      ["< 'b'", "<", "a", true],
      ["!= 5", "not-in", [4, 5], true],
      ["!= 6", "not-in", [4, 5], false],
    ];
    for (const [test, op, value, expected] of rows) {
      const title = `resource.data.x ${test} given x ${op} ${JSON.stringify(value)}`;
      expect(isAllowed(`resource.data.x ${test}`, where("x", op, value)), title).to.equal(expected);
    }
  });

  it("disproves comparisons outside its range, so that a negation holds", () => {
    expect(isAllowed("!(resource.data.x > 5)", where("x", "<=", 5))).to.equal(true);
    expect(isAllowed("!(resource.data.x == 5)", where("x", ">", 5))).to.equal(true);
    expect(isAllowed("!(resource.data.x > 5)", where("x", "<=", 6))).to.equal(false);
    expect(isAllowed("!(resource.data.x == 5)")).to.equal(false);
  });

  it("leaves everything else about a constrained field open", () => {
    const filter = where("x", ">", "a");
    for (const test of [
      "resource.data.x.size() > 0",
      "resource.data.x + 'a' != null",
      "resource.data.x in ['b']",
      "[resource.data.x] != null || true == false",
      "resource.data.keys().hasAll(['x'])",
      "resource.data.size() == 1",
      "resource.data == {}",
      "resource.data != {}",
      "!('y' in resource.data)",
      "resource.data.get('y', 0) == 0",
      "resource.data.x == resource.data.x",
      "!(resource.data.x is int) && resource.data.y is int",
    ]) {
      const expected = test.startsWith("[resource");
      expect(isAllowed(test, filter), test).to.equal(expected);
    }
  });

  it("proves that the fields it filters or sorts by exist", () => {
    expect(isAllowed("'x' in resource.data", where("x", "!=", 1))).to.equal(true);
    expect(isAllowed("'x' in resource.data", undefined, { orderBy: [{ field: { fieldPath: "x" } }] })).to.equal(true);
    expect(isAllowed("'x' in resource.data")).to.equal(false);
  });

  it("proves the element of array-contains", () => {
    const filter = where("users", "array-contains", "u");
    expect(isAllowed("'u' in resource.data.users", filter)).to.equal(true);
    expect(isAllowed("resource.data.users.hasAny(['u', 'v'])", filter)).to.equal(true);
    expect(isAllowed("resource.data.users.hasAll(['u'])", filter)).to.equal(true);
    expect(isAllowed("resource.data.users is list", filter)).to.equal(true);
    expect(isAllowed("'v' in resource.data.users", filter)).to.equal(false);
    expect(isAllowed("resource.data.users.hasAll(['u', 'v'])", filter)).to.equal(false);
    expect(isAllowed("!('v' in resource.data.users)", filter)).to.equal(false);
  });

  it("is allowed only if every value of in and array-contains-any is", () => {
    expect(isAllowed("resource.data.x == 1 || resource.data.x == 2", where("x", "in", [1, 2]))).to.equal(true);
    expect(isAllowed("resource.data.x == 1", where("x", "in", [1, 2]))).to.equal(false);
    expect(isAllowed("'u' in resource.data.l", where("l", "array-contains-any", ["u", "v"]))).to.equal(false);
    expect(isAllowed("resource.data.l.hasAny(['u', 'v'])", where("l", "array-contains-any", ["u", "v"]))).to.equal(
      true,
    );
  });

  it("is allowed only if every branch of or is", () => {
    const rule = "resource.data.open == true || resource.data.owner == 'a'";
    expect(isAllowed(rule, any(where("open", "==", true), where("owner", "==", "a")))).to.equal(true);
    expect(isAllowed(rule, any(where("open", "==", true), where("owner", "==", "b")))).to.equal(false);
    expect(isAllowed(rule, all(where("owner", "==", "a"), any(where("x", "==", 1), where("x", "==", 2))))).to.equal(
      true,
    );
  });

  it("proves null and NaN with unary filters", () => {
    const unary = (op: string): QueryFilter => ({ unaryFilter: { field: { fieldPath: "x" }, op } });
    expect(isAllowed("resource.data.x == null", unary("IS_NULL"))).to.equal(true);
    expect(isAllowed("resource.data.x != null", unary("IS_NOT_NULL"))).to.equal(true);
    expect(isAllowed("math.isNaN(resource.data.x)", unary("IS_NAN"))).to.equal(true);
    expect(isAllowed("resource.data.x != null", unary("IS_NOT_NAN"))).to.equal(false);
  });

  it("with many alternatives does not multiply the work", () => {
    const values = Array.from({ length: 90 }, (_, i) => i);
    const long = "x".repeat(40_000);
    const work = Array.from({ length: 5 }, () => `'${long}'.matches('(x|y)*z')`).join(" || ");
    expectCheap(() => {
      expect(isAllowed(`resource.data.x >= 0 || ${work}`, where("x", "in", values))).to.equal(true);
      expect(isAllowed(`${work} || resource.data.x >= 0`, where("x", "in", values))).to.equal(false);
    }, 10_000);
  });

  it("with too many or no alternatives is denied", () => {
    const values = Array.from({ length: 30 }, (_, i) => i);
    expect(isAllowed("true", all(where("x", "in", values), where("y", "in", values)))).to.equal(false);
    expect(isAllowed("true", where("x", "in", []))).to.equal(false);
    expect(isAllowed("true", any())).to.equal(false);
  });
});

describe("the documents of a query", () => {
  it("have no known id", () => {
    expect(isAllowed("room == 'abc'")).to.equal(false);
    expect(isAllowed("room != 'abc'")).to.equal(false);
    expect(isAllowed("resource.id == 'abc'")).to.equal(false);
    expect(isAllowed("request.path[4] == 'abc'")).to.equal(false);
    expect(isAllowed("request.path[3] == 'rooms'")).to.equal(true);
    expect(isAllowed("exists(/databases/$(database)/documents/rooms/$(room))")).to.equal(false);
    expect(isAllowed("resource != null")).to.equal(true);
  });

  it("have an id if a filter on the name proves it", () => {
    const name = { referenceValue: "projects/demo/databases/(default)/documents/rooms/abc" };
    const filter: QueryFilter = { fieldFilter: { field: { fieldPath: "__name__" }, op: "EQUAL", value: name } };
    expect(isAllowed("room == 'abc' && resource.id == 'abc'", filter)).to.equal(true);
    expect(isAllowed("room == 'abd'", filter)).to.equal(false);
  });
});

describe("request.query", () => {
  it("has limit, offset and orderBy", () => {
    expect(isAllowed("request.query.limit <= 10", undefined, { limit: 10 })).to.equal(true);
    expect(isAllowed("request.query.limit <= 10", undefined, { limit: { value: 10 } })).to.equal(true);
    expect(isAllowed("request.query.limit <= 10", undefined, { limit: 11 })).to.equal(false);
    expect(isAllowed("request.query.limit <= 10")).to.equal(false);
    expect(isAllowed("request.query.offset == 5", undefined, { offset: 5 })).to.equal(true);
    const orderBy = [{ field: { fieldPath: "at" }, direction: "DESCENDING" }];
    expect(isAllowed("request.query.orderBy.at == 'DESC'", undefined, { orderBy })).to.equal(true);
  });
});

describe("the blocks that cover a query", () => {
  function list(ruleset: Ruleset, path: string, isGroup = false): boolean {
    const collectionId = path.split("/").at(-1) ?? "";
    const from = [{ ...(collectionId && { collectionId }), allDescendants: isGroup }];
    return ruleset.decide(requestOf({ method: "list", path, query: { from } }), lookupOf({})).isAllowed;
  }
  const rules = (body: string, version: "1" | "2" = "2"): Ruleset => compileRules(inDocuments(body, version));

  it("depend on the collection", () => {
    const ruleset = rules("match /rooms/{r}/users/{u} { allow list: if r == 'a'; }");
    expect(list(ruleset, "rooms/a/users")).to.equal(true);
    expect(list(ruleset, "rooms/b/users")).to.equal(false);
    expect(list(ruleset, "rooms")).to.equal(false);
  });

  it("must cover all documents, not just one", () => {
    expect(list(rules("match /rooms/abc { allow list; }"), "rooms")).to.equal(false);
    expect(list(rules("match /rooms/{all=**} { allow list; }"), "rooms")).to.equal(true);
    expect(list(rules("match /rooms/{all=**} { allow list; }", "1"), "rooms")).to.equal(true);
  });

  it("need {path=**} for a collection group, and version 2", () => {
    const group = "match /{path=**}/users/{u} { allow list; }";
    expect(list(rules(group), "users", true)).to.equal(true);
    expect(list(rules(group), "rooms/a/users", true)).to.equal(true);
    expect(list(rules(group), "others", true)).to.equal(false);
    expect(list(rules("match /rooms/{r}/users/{u} { allow list; }"), "users", true)).to.equal(false);
    expect(list(rules("match /users/{u} { allow list; }"), "users", true)).to.equal(false);
    expect(list(rules("match /{all=**} { allow list; }"), "users", true)).to.equal(true);
    expect(list(rules("match /{all=**} { allow list; }", "1"), "users", true)).to.equal(false);
  });

  it("must cover every collection if the query names none", () => {
    expect(list(rules("match /rooms/{r}/{rest=**} { allow list; }"), "rooms/a")).to.equal(true);
    expect(list(rules("match /rooms/{r}/{any}/{d} { allow list; }"), "rooms/a")).to.equal(true);
    expect(list(rules("match /rooms/{r}/{any}/{d} { allow list; }"), "rooms/a", true)).to.equal(false);
    expect(list(rules("match /rooms/{r}/{any} { allow list; }"), "rooms/a")).to.equal(false);
    expect(list(rules("match /rooms/{r}/users/{u} { allow list; }"), "rooms/a")).to.equal(false);
    expect(list(rules("match /{c}/{d} { allow list; }"), "", true)).to.equal(false);
    expect(list(rules("match /{all=**} { allow list; }"), "", true)).to.equal(true);
  });

  it("do not know where the documents of a group are", () => {
    expect(list(rules("match /{path=**}/users/{u} { allow list: if path[1] == 'a'; }"), "users", true)).to.equal(false);
    expect(list(rules("match /{path=**}/users/{u} { allow list: if path != null; }"), "users", true)).to.equal(false);
  });
});
