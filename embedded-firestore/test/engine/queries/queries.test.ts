// Where queries look, how they sort, and how they limit their results.
import { expect } from "chai";
import fc from "fast-check";
import { compareDocuments, matches, parseQuery } from "../../../src/engine/index.ts";
import type { Document, StructuredQuery } from "../../../src/engine/index.ts";
import { createFixture, int, list, map, nothing, reference, remove, ROOT, set, text } from "../fixture.ts";
import { and, ids, inA, order, paths, where } from "./query-fixture.ts";

async function createDatabase(documents: Record<string, Document["fields"]>) {
  const { database } = createFixture();
  await database.commit(Object.entries(documents).map(([path, fields]) => set(path, fields)));
  return database;
}

describe("where a query looks", () => {
  const documents = {
    "a/1": {},
    "b/1": {},
    "b/1/a/2": {},
    "b/1/a/2/a/3": {},
    "b/gone/a/4": {},
    "b/10/a/5": {},
    "aa/1": {},
  };

  it("is one collection", async () => {
    const database = await createDatabase(documents);
    expect(await paths(database, inA())).to.deep.equal(["a/1"]);
    expect(await paths(database, inA(), `${ROOT}/b/1`)).to.deep.equal(["b/1/a/2"]);
    expect(await paths(database, inA(), `${ROOT}/b/gone`)).to.deep.equal(["b/gone/a/4"]);
    expect(await paths(database, { from: [{ collectionId: "missing" }] })).to.deep.equal([]);
  });

  it("is a collection group, everywhere or below a document", async () => {
    const database = await createDatabase(documents);
    const group = { from: [{ collectionId: "a", allDescendants: true }] };
    expect(await paths(database, group)).to.deep.equal(["a/1", "b/1/a/2", "b/1/a/2/a/3", "b/10/a/5", "b/gone/a/4"]);
    expect(await paths(database, group, `${ROOT}/b/1`)).to.deep.equal(["b/1/a/2", "b/1/a/2/a/3"]);
  });

  it("is everything below a parent without a collection id, as recursive deletes ask", async () => {
    const database = await createDatabase({ ...documents, "a/__id7__": {} });
    const first = "__id-9223372036854775808__";
    const below = (collection: string): StructuredQuery => ({
      from: [{ allDescendants: true }],
      where: and(
        where("__name__", "GREATER_THAN_OR_EQUAL", reference(`${collection}/${first}`)),
        where("__name__", "LESS_THAN", reference(`${collection}\u0000/${first}`)),
      ),
    });
    expect(await paths(database, below("a"))).to.deep.equal(["a/__id7__", "a/1"]);
    expect(await paths(database, { from: [{ allDescendants: true }] }, `${ROOT}/b/1`)).to.have.length(2);
  });

  it("excludes all other documents", async () => {
    const { database } = createFixture();
    const many = Array.from({ length: 50 }, (_, i) => set(`other/${i}`, { n: int(i) }));
    await database.commit([...many, set("a/x", { n: int(1) })]);
    for (const document of database.evaluate(parseQuery(ROOT, { from: [{ collectionId: "other" }] }))) {
      Object.defineProperty(document, "name", { get: () => expect.fail("a document of another collection was read") });
    }
    expect(await ids(database, inA({ orderBy: [order("n")] }))).to.equal("x");
  });

  it("no longer contains a collection after its last document is deleted", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x/b/y/c/z", {})]);
    expect(database.listCollectionIds(`${ROOT}/a/x/b/y`).collectionIds).to.deep.equal(["c"]);
    await database.commit([remove("a/x/b/y/c/z")]);
    expect(database.listCollectionIds(ROOT).collectionIds).to.deep.equal([]);
  });
});

describe("the order of a result", () => {
  const documents = {
    "a/p": { n: int(1), s: text("b") },
    "a/q": { n: int(2), s: text("a") },
    "a/r": { n: int(1), s: text("a") },
    "a/s": { n: nothing },
    "a/t": { s: text("a") },
  };

  it("is by name without orderBy", async () => {
    expect(await ids(await createDatabase(documents), inA())).to.equal("p q r s t");
  });

  it("excludes documents without the field, and breaks ties by name", async () => {
    const database = await createDatabase(documents);
    expect(await ids(database, inA({ orderBy: [order("n")] }))).to.equal("s p r q");
    expect(await ids(database, inA({ orderBy: [order("n"), order("s", "DESCENDING")] }))).to.equal("p r q");
  });

  it("uses the last direction for the name", async () => {
    const database = await createDatabase(documents);
    expect(await ids(database, inA({ orderBy: [order("n", "DESCENDING")] }))).to.equal("q r p s");
    expect(await ids(database, inA({ orderBy: [order("__name__", "DESCENDING")] }))).to.equal("t s r q p");
  });

  it("adds inequality fields in sorted order", () => {
    const filter = and(
      where("z", "GREATER_THAN", int(1)),
      where("b.c", "LESS_THAN", int(1)),
      where("a", "EQUAL", int(1)),
    );
    const query = parseQuery(ROOT, inA({ where: filter, orderBy: [order("m", "DESCENDING")] }));
    expect(query.orderBy).to.deep.equal(
      [["m"], ["b", "c"], ["z"], ["__name__"]].map((path) => ({ path, direction: "DESCENDING" })),
    );
    expect(query.explicitOrders).to.equal(1);
  });
});

describe("cursors, limit and offset", () => {
  const documents = Object.fromEntries([1, 2, 2, 3, 4].map((n, i) => [`a/${"pqrst"[i]}`, { n: int(n) }]));
  const cases: readonly [string, Omit<StructuredQuery, "from">, string][] = [
    ["start at", { startAt: { values: [int(2)], before: true } }, "q r s t"],
    ["start after", { startAt: { values: [int(2)], before: false } }, "s t"],
    ["end at", { endAt: { values: [int(2)], before: false } }, "p q r"],
    ["end before", { endAt: { values: [int(2)], before: true } }, "p"],
    ["start after a document among equals", { startAt: { values: [int(2), reference("a/q")] } }, "r s t"],
    [
      "start and end inside the result",
      { startAt: { values: [int(2)], before: true }, endAt: { values: [int(4)], before: true } },
      "q r s",
    ],
    ["limit", { limit: 2 }, "p q"],
    ["limit to nothing", { limit: 0 }, ""],
    ["skip and limit", { offset: 1, limit: 3 }, "q r s"],
    ["skip all", { offset: 9 }, ""],
  ];
  for (const [title, more, expected] of cases) {
    it(title, async () =>
      expect(await ids(await createDatabase(documents), inA({ orderBy: [order("n")], ...more }))).to.equal(expected),
    );
  }

  it("are reversed by a descending order", async () => {
    const database = await createDatabase(documents);
    const query = inA({ orderBy: [order("n", "DESCENDING")], startAt: { values: [int(3)], before: true }, limit: 2 });
    expect(await ids(database, query)).to.equal("s r");
  });

  it("report how many documents the offset skipped", async () => {
    const database = await createDatabase(documents);
    expect((await database.runQuery(ROOT, inA({ offset: 2 }))).skippedResults).to.equal(2);
    expect((await database.runQuery(ROOT, inA({ offset: 9 }))).skippedResults).to.equal(5);
  });
});

describe("select", () => {
  it("keeps the selected fields and the times", async () => {
    const database = await createDatabase({
      "a/x": { keep: int(1), deep: map({ in: int(2), out: int(3) }), drop: list() },
    });
    const select = { fields: [{ fieldPath: "keep" }, { fieldPath: "deep.in" }, { fieldPath: "missing" }] };
    const [document] = (await database.runQuery(ROOT, inA({ select }))).documents;
    expect(document).to.deep.equal({
      ...database.get(`${ROOT}/a/x`),
      fields: { keep: int(1), deep: map({ in: int(2) }) },
    });
  });

  it("keeps only the name for __name__ and for an empty list", async () => {
    const database = await createDatabase({ "a/x": { n: int(1) } });
    const fields = async (select: NonNullable<StructuredQuery["select"]>) =>
      (await database.runQuery(ROOT, inA({ select }))).documents[0]?.fields;
    expect(await fields({ fields: [{ fieldPath: "__name__" }] })).to.deep.equal({});
    expect(await fields({ fields: [] })).to.deep.equal({});
    expect(await fields({})).to.deep.equal({});
    expect((await database.runQuery(ROOT, inA())).documents[0]?.fields).to.deep.equal({ n: int(1) });
  });
});

describe("a single document", () => {
  const document = (path: string): Document => ({
    name: `${ROOT}/${path}`,
    fields: {},
    createTime: "",
    updateTime: "",
  });
  const matchingOf = (parent: string, more: object, ...candidates: string[]) => {
    const query = parseQuery(`${ROOT}${parent}`, { from: [{ collectionId: "a", ...more }] });
    return candidates.filter((path) => matches(query, document(path)));
  };

  it("matches only in its own collection", () => {
    expect(matchingOf("", {}, "a/x", "b/x/a/x", "aa/x", "b/x", "a/x/a/x")).to.deep.equal(["a/x"]);
    expect(matchingOf("/b/x", {}, "a/x", "b/x/a/x", "b/xy/a/x", "b/x", "b/x/a/x/a/x")).to.deep.equal(["b/x/a/x"]);
  });

  it("matches a collection group only below its parent", () => {
    expect(matchingOf("", { allDescendants: true }, "a/x", "b/x/a/x", "aa/x", "a/x/b/x")).to.deep.equal([
      "a/x",
      "b/x/a/x",
    ]);
    expect(matchingOf("/b/x", { allDescendants: true }, "a/x", "b/xy/a/x", "b/x/c/x/a/x")).to.deep.equal([
      "b/x/c/x/a/x",
    ]);
  });
});

describe("a result updated change by change", () => {
  it("equals a new run of the query after any writes", () => {
    const query = parseQuery(
      ROOT,
      inA({ where: where("n", "GREATER_THAN", int(2)), orderBy: [order("n", "DESCENDING")] }),
    );
    const step = fc.record({ id: fc.constantFrom("p", "q", "r", "s"), n: fc.option(fc.integer({ min: 0, max: 6 })) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { database } = createFixture();
        const kept = new Map<string, Document>();
        database.watch(({ changes }) => {
          for (const { name, after } of changes) {
            if (after && matches(query, after)) kept.set(name, after);
            else kept.delete(name);
          }
        });
        for (const { id, n } of steps)
          void database.commit([n === null ? remove(`a/${id}`) : set(`a/${id}`, { n: int(n) })]);
        const inOrder = [...kept.values()].sort((a, b) => compareDocuments(query, a, b));
        expect(inOrder).to.deep.equal(database.evaluate(query));
      }),
    );
  });
});
