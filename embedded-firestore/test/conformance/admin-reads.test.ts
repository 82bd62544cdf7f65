import { expect } from "chai";
import { FieldPath, FieldValue, Filter, type Query } from "firebase-admin/firestore";
import { useAdminDatabase } from "./admin-database.ts";

describe("reads with firebase-admin", () => {
  const use = useAdminDatabase();
  const idsOf = async (query: Query): Promise<string[]> => (await query.get()).docs.map(({ id }) => id);
  const seed = async (documents: Record<string, object>): Promise<void> => {
    await Promise.all(Object.entries(documents).map(([path, data]) => use.db.doc(path).set(data)));
  };

  describe("documents", () => {
    it("are read together in the requested order, including missing ones, with a field mask", async () => {
      const { db } = use;
      await seed({ "c/a": { x: 1, y: { z: 2, w: 3 } }, "c/b": { x: 2 } });
      const found = await db.getAll(db.doc("c/b"), db.doc("c/none"), db.doc("c/a"), db.doc("c/b"), {
        fieldMask: ["y.z", "q"],
      });
      expect(found.map((each) => [each.id, each.exists, each.data()])).to.deep.equal([
        ["b", true, {}],
        ["none", false, undefined],
        ["a", true, { y: { z: 2 } }],
        ["b", true, {}],
      ]);
    });

    it("are listed together with missing documents that have subcollections", async () => {
      await seed({ "c/a": {}, "c/gone/s/x": {}, "c/gone2/s/x/t/y": {} });
      const listed = await use.db.collection("c").listDocuments();
      expect(listed.map(({ id }) => id)).to.deep.equal(["a", "gone", "gone2"]);
      expect((await use.db.doc("c/gone").listCollections()).map(({ id }) => id)).to.deep.equal(["s"]);
      expect((await use.db.listCollections()).map(({ id }) => id)).to.deep.equal(["c"]);
    });
  });

  describe("filters", () => {
    beforeEach(() =>
      seed({
        "c/a": { n: 1, tags: ["x", "y"], nul: null },
        "c/b": { n: 2, tags: ["y", { z: 1 }], nul: NaN },
        "c/c": { n: 3.5, tags: ["x"], nul: 0 },
        "c/d": { n: "text", tags: "x" },
        "c/e": { m: 1, nul: "a" },
      }),
    );
    const where = (...filter: [string, FirebaseFirestore.WhereFilterOp, unknown]): Promise<string[]> =>
      idsOf(use.db.collection("c").where(...filter));

    it("compare within a type", async () => {
      expect(await where("n", ">", 1)).to.deep.equal(["b", "c"]);
      expect(await where("n", "<=", 3.5)).to.deep.equal(["a", "b", "c"]);
      expect(await where("n", "==", 1.0)).to.deep.equal(["a"]);
      expect(await where("n", "!=", 2)).to.deep.equal(["a", "c", "d"]);
    });

    it("handle null and NaN", async () => {
      expect(await where("nul", "==", null)).to.deep.equal(["a"]);
      expect(await where("nul", "==", NaN)).to.deep.equal(["b"]);
      expect(await where("nul", "!=", null)).to.deep.equal(["b", "c", "e"]);
      expect(await where("nul", "!=", NaN)).to.deep.equal(["c", "e"]);
      expect(await where("nul", "not-in", [0])).to.deep.equal(["b", "e"]);
      expect(await where("nul", "not-in", [0, null])).to.deep.equal([]);
      expect(await where("nul", "not-in", [NaN])).to.deep.equal(["c", "e"]);
      expect(await where("nul", "in", [NaN, null, 0])).to.deep.equal(["c"]);
    });

    it("search in lists", async () => {
      expect(await where("tags", "array-contains", "x")).to.deep.equal(["a", "c"]);
      expect(await where("tags", "array-contains", { z: 1 })).to.deep.equal(["b"]);
      expect(await where("tags", "array-contains-any", ["x", "y", "x"])).to.deep.equal(["a", "b", "c"]);
    });

    it("accept thirty alternatives", async () => {
      const values = (count: number): number[] => Array.from({ length: count }, (_none, n) => n);
      expect(await where("n", "in", values(30))).to.deep.equal(["a", "b"]);
    });

    it("combine with or and and", async () => {
      const collection = use.db.collection("c");
      const n = (value: number): Filter => Filter.where("n", "==", value);
      expect(await idsOf(collection.where(Filter.or(n(1), n(2), Filter.where("m", "==", 1))))).to.deep.equal([
        "a",
        "b",
        "e",
      ]);
      const both = Filter.and(Filter.or(n(1), n(2)), Filter.where("tags", "array-contains", "x"));
      expect(await idsOf(collection.where(both))).to.deep.equal(["a"]);
      expect(
        await idsOf(collection.where(Filter.or(n(1), Filter.where("n", ">", 2))).orderBy("n", "desc")),
      ).to.deep.equal(["c", "a"]);
    });

    it("find documents by id", async () => {
      const { db } = use;
      const id = FieldPath.documentId();
      expect(await where(id as unknown as string, "in", ["a", "zz", "c"])).to.deep.equal(["a", "c"]);
      expect(await where(id as unknown as string, ">", "c")).to.deep.equal(["d", "e"]);
      await seed({ "c/a/s/1": {}, "c/b/s/2": {}, "q/b/s/3": {} });
      const group = db.collectionGroup("s");
      expect(await idsOf(group.where(id, ">=", "c/b").where(id, "<=", "c/b\uf8ff"))).to.deep.equal(["2"]);
      expect(await idsOf(group.where(id, "==", "q/b/s/3"))).to.deep.equal(["3"]);
      expect(await idsOf(group.orderBy(id).startAt("c/b/s/0").endBefore("q/a/s/0"))).to.deep.equal(["2"]);
    });
  });

  describe("order and cursors", () => {
    it("order the types, and exclude documents without the field", async () => {
      const { db } = use;
      const values: unknown[] = [
        null,
        false,
        true,
        NaN,
        -Infinity,
        -1.5,
        0,
        1,
        1.1,
        9007199254740991,
        new Date(0),
        new Date(1),
        "",
        "a",
        "aa",
        "b",
        "é",
        "\uffee",
        "𝄞",
        Buffer.from(""),
        Buffer.from("a"),
        db.doc("c/a"),
        db.doc("c/a/s/x"),
        db.doc("c/b"),
        new (await import("firebase-admin/firestore")).GeoPoint(-1, 0),
        [],
        [1],
        [1, 2],
        [2],
        FieldValue.vector([1]),
        FieldValue.vector([2]),
        FieldValue.vector([1, 1]),
        {},
        { a: 1 },
        { a: 2 },
        { b: 0 },
      ];
      const id = (n: number): string => `d${String(n).padStart(2, "0")}`;
      await seed({ "c/none": {} });
      await Promise.all(values.map((value, n) => db.doc(`c/${id(values.length - n)}`).set({ value, n })));
      const found = (await db.collection("c").orderBy("value").get()).docs.map((each) => each.get("n"));
      expect(found).to.deep.equal(values.map((_value, n) => n));
      const reversed = (await db.collection("c").orderBy("value", "desc").get()).docs.map((each) => each.get("n"));
      expect(reversed).to.deep.equal([...found].reverse());
    });

    it("start and end at documents and values, and limit to last", async () => {
      const collection = use.db.collection("c");
      await seed({ "c/a": { n: 1 }, "c/b": { n: 2 }, "c/c": { n: 2 }, "c/d": { n: 3 }, "c/e": {} });
      const c = await collection.doc("c").get();
      expect(await idsOf(collection.orderBy("n").startAfter(c))).to.deep.equal(["d"]);
      expect(await idsOf(collection.orderBy("n").startAt(c))).to.deep.equal(["c", "d"]);
      expect(await idsOf(collection.orderBy("n").startAt(2))).to.deep.equal(["b", "c", "d"]);
      expect(await idsOf(collection.orderBy("n").startAfter(2))).to.deep.equal(["d"]);
      expect(await idsOf(collection.orderBy("n", "desc").endBefore(c))).to.deep.equal(["d"]);
      expect(await idsOf(collection.orderBy("n", "desc"))).to.deep.equal(["d", "c", "b", "a"]);
      expect(await idsOf(collection.where("n", ">", 1).startAfter(c))).to.deep.equal(["d"]);
      expect(await idsOf(collection.orderBy("n").limitToLast(2))).to.deep.equal(["c", "d"]);
      expect(await idsOf(collection.orderBy("n").endAt(2).limitToLast(2))).to.deep.equal(["b", "c"]);
      expect(await idsOf(collection.orderBy("n").offset(1).limit(2))).to.deep.equal(["b", "c"]);
      expect(await idsOf(collection.offset(9))).to.deep.equal([]);
      expect(await idsOf(collection.orderBy("n").orderBy(FieldPath.documentId()).startAt(2, "c"))).to.deep.equal([
        "c",
        "d",
      ]);
    });

    it("order by several inequalities", async () => {
      await seed({ "c/a": { x: 1, y: 9 }, "c/b": { x: 2, y: 8 }, "c/c": { x: 2, y: 7 }, "c/d": { x: 3, y: 1 } });
      const query = use.db.collection("c").where("y", ">", 1).where("x", ">", 0);
      expect(await idsOf(query)).to.deep.equal(["a", "c", "b"]);
      expect(await idsOf(query.orderBy("y", "desc"))).to.deep.equal(["a", "b", "c"]);
    });

    it("order numeric ids by number, before all others", async () => {
      const ids = ["__id-5__", "__id3__", "__id12__", "10", "9", "A", "a", "ü"];
      await seed(Object.fromEntries(ids.map((id) => [`c/${id}`, {}])));
      expect(await idsOf(use.db.collection("c"))).to.deep.equal(ids);
    });

    it("return only the selected fields", async () => {
      await seed({ "c/a": { x: 1, y: { z: 2, w: 3 }, "a.b": 1 } });
      const collection = use.db.collection("c");
      expect((await collection.select("y.z", new FieldPath("a.b")).get()).docs[0]?.data()).to.deep.equal({
        y: { z: 2 },
        "a.b": 1,
      });
      expect((await collection.select().get()).docs[0]?.data()).to.deep.equal({});
    });
  });

  describe("partitions", () => {
    it("of a collection group contain every document once", async () => {
      const { db } = use;
      const batch = db.batch();
      for (let n = 0; n < 300; n += 1) batch.set(db.doc(`c/p${n % 7}/s/d${n}`), { n });
      await batch.commit();
      const partitions = [];
      for await (const partition of db.collectionGroup("s").getPartitions(4)) partitions.push(partition);
      expect(partitions.length).to.be.within(2, 4);
      const found = await Promise.all(partitions.map((partition) => partition.toQuery().get()));
      const numbers = found.flatMap(({ docs }) => docs.map((each) => Number(each.get("n"))));
      expect(numbers.sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 300 }, (_none, n) => n));
    });

    it("of an empty group are one", async () => {
      const partitions = [];
      for await (const partition of use.db.collectionGroup("none").getPartitions(3)) partitions.push(partition);
      expect(partitions).to.have.length(1);
    });
  });

  describe("vector search", () => {
    const vectors: Record<string, number[]> = { a: [1, 0], b: [3, 4], c: [0, 2], d: [-1, 0], other: [1, 2, 3] };
    beforeEach(() =>
      seed({
        ...Object.fromEntries(
          Object.entries(vectors).map(([id, vector]) => [`c/${id}`, { v: FieldValue.vector(vector), kind: "point" }]),
        ),
        "c/none": { v: [1, 0], kind: "list" },
      }),
    );
    const nearest = async (
      distanceMeasure: "EUCLIDEAN" | "COSINE" | "DOT_PRODUCT",
      more: { limit?: number; distanceThreshold?: number } = {},
    ): Promise<[string, number][]> => {
      const query = use.db
        .collection("c")
        .where("kind", "==", "point")
        .findNearest({
          vectorField: "v",
          queryVector: [1, 0],
          limit: 10,
          distanceMeasure,
          distanceResultField: "far",
          ...more,
        });
      return (await query.get()).docs.map((each) => [each.id, Math.round(Number(each.get("far")) * 1000) / 1000]);
    };

    it("ranks by each distance measure, and skips documents without such a vector", async () => {
      expect(await nearest("EUCLIDEAN")).to.deep.equal([
        ["a", 0],
        ["d", 2],
        ["c", 2.236],
        ["b", 4.472],
      ]);
      expect(await nearest("COSINE")).to.deep.equal([
        ["a", 0],
        ["b", 0.4],
        ["c", 1],
        ["d", 2],
      ]);
      expect(await nearest("DOT_PRODUCT")).to.deep.equal([
        ["b", 3],
        ["a", 1],
        ["c", 0],
        ["d", -1],
      ]);
    });

    it("respects its limit and its threshold", async () => {
      expect(await nearest("EUCLIDEAN", { limit: 1 })).to.deep.equal([["a", 0]]);
      expect(await nearest("EUCLIDEAN", { distanceThreshold: 2 })).to.deep.equal([
        ["a", 0],
        ["d", 2],
      ]);
      expect(await nearest("DOT_PRODUCT", { distanceThreshold: 1 })).to.deep.equal([
        ["b", 3],
        ["a", 1],
      ]);
    });
  });
});
