// Random expressions and requests for fast-check. All of them compile. Most of them fail at run
// time.
import fc from "fast-check";
import type { RulesRequest } from "../../src/rules/index.ts";
import { NOW, toDocument } from "./expect.ts";

const NAMES = [
  "request",
  "resource",
  "room",
  "database",
  "request.auth.uid",
  "resource.data",
  "resource.data.a",
  "noname",
];
const TYPES = [
  "bool",
  "int",
  "float",
  "number",
  "string",
  "list",
  "map",
  "set",
  "path",
  "timestamp",
  "duration",
  "bytes",
];
const METHODS_0 = [
  "size",
  "keys",
  "values",
  "toSet",
  "lower",
  "trim",
  "toUtf8",
  "toHexString",
  "toMillis",
  "seconds",
  "affectedKeys",
];
const METHODS_1 = [
  "hasAll",
  "hasAny",
  "hasOnly",
  "concat",
  "join",
  "removeAll",
  "matches",
  "split",
  "diff",
  "union",
  "bind",
];
const OPERATORS = ["==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "/", "%", "&&", "||"];

const literal = fc.constantFrom(
  "1",
  "0",
  "-1",
  "2.5",
  "'a'",
  "''",
  "'[a'",
  "true",
  "false",
  "null",
  "[]",
  "{}",
  "b'a'",
  "/a/b",
);

export const expression: fc.Arbitrary<string> = fc.letrec<{ e: string }>((tie) => {
  const e = tie("e");
  return {
    e: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      literal,
      fc.constantFrom(...NAMES),
      fc.tuple(e, fc.constantFrom(...OPERATORS), e).map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.tuple(fc.constantFrom("!", "-"), e).map(([op, a]) => `${op}(${a})`),
      fc.tuple(e, e, e).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(e, fc.constantFrom(...TYPES)).map(([a, type]) => `(${a} is ${type})`),
      fc.tuple(e, fc.constantFrom("a", "data", "token", "__proto__")).map(([a, name]) => `(${a}).${name}`),
      fc.tuple(e, e).map(([a, b]) => `(${a})[${b}]`),
      fc.tuple(e, e, e).map(([a, b, c]) => `(${a})[${b}:${c}]`),
      fc.tuple(e, fc.constantFrom(...METHODS_0)).map(([a, name]) => `(${a}).${name}()`),
      fc.tuple(e, fc.constantFrom(...METHODS_1), e).map(([a, name, b]) => `(${a}).${name}(${b})`),
      fc.tuple(e, fc.constantFrom("get", "replace"), e, e).map(([a, name, b, c]) => `(${a}).${name}(${b}, ${c})`),
      fc.array(e, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      fc.array(fc.tuple(e, e), { maxLength: 2 }).map((all) => `{${all.map(([k, v]) => `${k}: ${v}`).join(", ")}}`),
      e.map((a) => `/databases/$(database)/documents/rooms/$(${a})`),
      fc
        .tuple(
          fc.constantFrom(
            "get",
            "exists",
            "getAfter",
            "string",
            "int",
            "float",
            "bool",
            "path",
            "debug",
            "f",
            "nofn",
            "toString",
          ),
          e,
        )
        .map(([name, a]) => `${name}(${a})`),
      fc
        .tuple(fc.constantFrom("math.abs", "math.floor", "hashing.md5", "timestamp.value", "duration.abs"), e)
        .map(([name, a]) => `${name}(${a})`),
      fc.tuple(e, e).map(([a, b]) => `duration.value(${a}, ${b})`),
    ),
  };
}).e;

/** Data for documents and claims. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{ v: unknown }>((tie) => ({
  v: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom(null, true, false, 0, 1, 2.5, "", "a", "[a", "rooms"),
    fc.array(tie("v"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "data", "size"), tie("v"), { maxKeys: 3 }),
  ),
})).v;

const data = fc.dictionary(fc.constantFrom("a", "b", "c"), json, { maxKeys: 3 });

export const request: fc.Arbitrary<RulesRequest> = fc
  .record({
    method: fc.constantFrom("get" as const, "create" as const, "update" as const, "delete" as const, "list" as const),
    auth: fc.option(fc.record({ uid: fc.constantFrom("a", "", "a/b"), token: data })),
    before: fc.option(data),
    after: fc.option(data),
    limit: fc.option(fc.nat(20), { nil: undefined }),
  })
  .map(({ method, auth, before, after, limit }) => ({
    method,
    database: "(default)",
    path: method === "list" ? "rooms" : "rooms/abc",
    auth,
    time: NOW,
    resource: before ? toDocument("rooms/abc", before) : undefined,
    requestResource: after ? toDocument("rooms/abc", after) : undefined,
    query: { from: [{ collectionId: "rooms" }], ...(limit !== undefined && { limit }) },
  }));
