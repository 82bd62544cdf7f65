// Which documents each filter matches.
import { expect } from "chai";
import type { Database, Fields, FilterMessage } from "../../../src/engine/index.ts";
import {
  bool,
  createFixture,
  double,
  int,
  list,
  map,
  nothing,
  reference,
  set,
  text,
  time,
  vector,
} from "../fixture.ts";
import { and, ids, inA, or, order, unary, where } from "./query-fixture.ts";

async function databaseOf(documents: Record<string, Fields>): Promise<Database> {
  const { database } = createFixture();
  await database.commit(Object.entries(documents).map(([id, fields]) => set(`a/${id}`, fields)));
  return database;
}

/** One document for each type of value in `v`, with ids in the order of the values. */
const KINDS: Record<string, Fields> = {
  a_null: { v: nothing },
  b_true: { v: bool(true) },
  c_nan: { v: double("NaN") },
  d_minus: { v: int(-1) },
  e_one: { v: int(1) },
  f_one: { v: double(1) },
  g_two: { v: double(2.5) },
  h_time: { v: time("2024-01-01T00:00:00.000000Z") },
  i_text: { v: text("x") },
  j_ref: { v: reference("a/a") },
  k_list: { v: list(int(1), text("x"), nothing) },
  l_vector: { v: vector(1, 2) },
  m_map: { v: map({ n: int(1) }) },
  z_none: { w: list(double("NaN"), int(1)) },
};

async function matching(filter: FilterMessage): Promise<string> {
  return ids(await databaseOf(KINDS), inA({ where: filter }));
}

describe("comparison filters", () => {
  const cases: readonly [string, FilterMessage, string][] = [
    ["== finds equal numbers of both types", where("v", "EQUAL", int(1)), "e_one f_one"],
    ["== compares whole lists and maps", where("v", "EQUAL", map({ n: double(1) })), "m_map"],
    ["== null finds null, not missing fields", unary("v", "IS_NULL"), "a_null"],
    ["== NaN finds NaN", unary("v", "IS_NAN"), "c_nan"],
    ["== null as a field filter is the same", where("v", "EQUAL", nothing), "a_null"],
    ["== NaN as a field filter is the same", where("v", "EQUAL", double("NaN")), "c_nan"],
    ["<= null finds null", where("v", "LESS_THAN_OR_EQUAL", nothing), "a_null"],
    ["< null finds nothing", where("v", "LESS_THAN", nothing), ""],
    ["< stays within the type, and NaN is less than nothing", where("v", "LESS_THAN", int(1)), "d_minus"],
    ["<= includes both forms of the number", where("v", "LESS_THAN_OR_EQUAL", int(1)), "d_minus e_one f_one"],
    ["<= NaN finds nothing", where("v", "LESS_THAN_OR_EQUAL", double("NaN")), ""],
    ["> stays within the type", where("v", "GREATER_THAN", double(0.5)), "e_one f_one g_two"],
    [">= on text finds no other type", where("v", "GREATER_THAN_OR_EQUAL", text("")), "i_text"],
    ["> on vectors finds no maps", where("v", "GREATER_THAN", vector(0)), "l_vector"],
    [
      "!= finds all other types, but neither null nor missing",
      where("v", "NOT_EQUAL", int(1)),
      "b_true c_nan d_minus g_two h_time i_text j_ref k_list l_vector m_map",
    ],
    [
      "!= null finds every existing value",
      unary("v", "IS_NOT_NULL"),
      "b_true c_nan d_minus e_one f_one g_two h_time i_text j_ref k_list l_vector m_map",
    ],
    [
      "!= NaN finds neither NaN nor null",
      unary("v", "IS_NOT_NAN"),
      "b_true d_minus e_one f_one g_two h_time i_text j_ref k_list l_vector m_map",
    ],
    [
      "!= null as a field filter is the same",
      where("v", "NOT_EQUAL", nothing),
      "b_true c_nan d_minus e_one f_one g_two h_time i_text j_ref k_list l_vector m_map",
    ],
    [
      "!= NaN as a field filter is the same",
      where("v", "NOT_EQUAL", double("NaN")),
      "b_true d_minus e_one f_one g_two h_time i_text j_ref k_list l_vector m_map",
    ],
    [
      "not-in NaN is the same",
      where("v", "NOT_IN", list(double("NaN"))),
      "b_true d_minus e_one f_one g_two h_time i_text j_ref k_list l_vector m_map",
    ],
    ["in finds any of its values", where("v", "IN", list(int(1), text("x"), text("y"))), "e_one f_one i_text"],
    [
      "not-in excludes its values, null and missing fields",
      where("v", "NOT_IN", list(int(1), text("x"), double("NaN"))),
      "b_true d_minus g_two h_time j_ref k_list l_vector m_map",
    ],
    ["not-in with null finds nothing", where("v", "NOT_IN", list(int(1), nothing)), ""],
    ["array-contains finds the element", where("v", "ARRAY_CONTAINS", double(1)), "k_list"],
    ["array-contains-any finds any", where("v", "ARRAY_CONTAINS_ANY", list(text("q"), text("x"))), "k_list"],
    ["array-contains null finds nothing", where("v", "ARRAY_CONTAINS", nothing), ""],
    ["array-contains NaN finds nothing", where("w", "ARRAY_CONTAINS", double("NaN")), ""],
    ["array-contains-any null finds nothing", where("v", "ARRAY_CONTAINS_ANY", list(nothing)), ""],
    ["array-contains applies only to arrays", where("v", "ARRAY_CONTAINS", text("y")), ""],
    ["nested and quoted paths work", where("v.`n`", "EQUAL", int(1)), "m_map"],
  ];
  for (const [title, filter, expected] of cases) {
    it(title, async () => expect(await matching(filter)).to.equal(expected));
  }
});

describe("composite filters", () => {
  const documents = {
    one: { x: int(1), y: int(1) },
    two: { x: int(2), y: int(1) },
    three: { x: int(3), y: int(2) },
    four: { y: int(2) },
  };

  it("combine with and, or, and both", async () => {
    const database = await databaseOf(documents);
    const x = (value: number) => where("x", "EQUAL", int(value));
    const y = (value: number) => where("y", "EQUAL", int(value));
    expect(await ids(database, inA({ where: and(x(2), y(1)) }))).to.equal("two");
    expect(await ids(database, inA({ where: or(x(1), y(2)) }))).to.equal("four one three");
    expect(await ids(database, inA({ where: and(or(x(1), x(3)), y(2)) }))).to.equal("three");
    expect(await ids(database, inA({ where: or(and(x(2), y(1)), and(x(3), y(1))) }))).to.equal("two");
  });

  it("exclude documents that lack an inequality field, in every branch of or", async () => {
    const database = await databaseOf(documents);
    const filter = or(where("x", "GREATER_THAN", int(1)), where("y", "EQUAL", int(2)));
    expect(await ids(database, inA({ where: filter }))).to.equal("two three");
  });

  it("take ranges over several fields", async () => {
    const database = await databaseOf(documents);
    const filter = and(where("y", "GREATER_THAN", int(0)), where("x", "LESS_THAN", int(3)));
    expect(await ids(database, inA({ where: filter, orderBy: [order("y", "DESCENDING")] }))).to.equal("two one");
  });
});

describe("filters on the document's name", () => {
  it("compare references with ==, in and ranges", async () => {
    const database = await databaseOf({ a: {}, b: {}, c: {}, d: {} });
    const name = (op: string, id: string) => where("__name__", op, reference(`a/${id}`));
    expect(await ids(database, inA({ where: name("EQUAL", "b") }))).to.equal("b");
    expect(
      await ids(database, inA({ where: and(name("GREATER_THAN", "a"), name("LESS_THAN_OR_EQUAL", "c")) })),
    ).to.equal("b c");
    const some = list(reference("a/d"), reference("a/a"), reference("a/x"));
    expect(await ids(database, inA({ where: where("__name__", "IN", some) }))).to.equal("a d");
    expect(await ids(database, inA({ where: where("__name__", "NOT_IN", some) }))).to.equal("b c");
    expect(await ids(database, inA({ where: name("NOT_EQUAL", "b") }))).to.equal("a c d");
  });
});
