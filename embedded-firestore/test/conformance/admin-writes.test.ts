import { expect } from "chai";
import { FieldPath, FieldValue, GeoPoint, Timestamp } from "firebase-admin/firestore";
import { statusOf, useAdminDatabase } from "./admin-database.ts";

describe("writes with firebase-admin", () => {
  const use = useAdminDatabase();
  const read = async (path: string): Promise<unknown> => (await use.db.doc(path).get()).data();

  describe("values", () => {
    it("are read back unchanged, for every type", async () => {
      const { db } = use;
      const data = {
        nan: NaN,
        infinity: -Infinity,
        zero: -0,
        bytes: Buffer.from([0, 255]),
        at: new Timestamp(1, 123456000),
        place: new GeoPoint(1.5, -2),
        ref: db.doc("a/b"),
        nested: { list: [{ deep: [null, true] }], "odd.name": 1, ü: "𝄞", __proto: 1 },
        vector: FieldValue.vector([1, 2.5]),
        empty: {},
        none: [],
      };
      await db.doc("c/d").set(data);
      const stored = (await db.doc("c/d").get()).data() ?? {};
      const { vector, at, place, ref, bytes, ...others } = stored;
      const { nan, infinity, zero, nested, empty, none } = data;
      expect(others).to.deep.equal({ nan, infinity, zero, nested, empty, none });
      expect(Object.is(stored["zero"], -0)).to.equal(true);
      expect(vector.toArray()).to.deep.equal([1, 2.5]);
      expect(at.isEqual(data.at) && place.isEqual(data.place) && ref.isEqual(data.ref)).to.equal(true);
      expect(Buffer.compare(bytes, data.bytes)).to.equal(0);
    });

    it("keep microseconds and truncate finer digits", async () => {
      await use.db.doc("c/d").set({ at: new Timestamp(10, 123456789) });
      expect((await use.db.doc("c/d").get()).get("at").nanoseconds).to.equal(123456000);
    });

    it("keep large integers exactly", async () => {
      const db = use.another({ useBigInt: true });
      await db.doc("c/d").set({ n: 9007199254740993n, min: -(2n ** 63n) });
      expect((await db.doc("c/d").get()).data()).to.deep.equal({ n: 9007199254740993n, min: -(2n ** 63n) });
    });

    it("may use any script in document ids and field names", async () => {
      const { db } = use;
      const id = "ü 𝄞.~`[]*/".replace("/", "");
      await db.collection("c").doc(id).set({ a: 1 });
      await db.collection("c").doc(id).update(new FieldPath("a.b", "`c\\"), 2);
      expect((await db.collection("c").doc(id).get()).data()).to.deep.equal({ a: 1, "a.b": { "`c\\": 2 } });
      const found = await db.collection("c").where(new FieldPath("a.b", "`c\\"), "==", 2).get();
      expect(found.docs.map((each) => each.id)).to.deep.equal([id]);
    });

    it("nest twenty levels", async () => {
      const nest = (levels: number): object => (levels === 0 ? {} : { a: nest(levels - 1) });
      expect(await statusOf(use.db.doc("c/d").set(nest(20)))).to.equal(undefined);
    });

    it("may fill a document up to its limit", async () => {
      expect(await statusOf(use.db.doc("c/d").set({ a: "x".repeat(1_048_000) }))).to.equal(undefined);
      expect(await statusOf(use.db.doc("c/d").set({ a: "x".repeat(1_048_577) }))).to.equal(3);
    });
  });

  describe("transforms", () => {
    it("increment missing values, other types and NaN", async () => {
      const document = use.db.doc("c/d");
      await document.set({ text: "a", nan: NaN, whole: 1, half: 0.5 });
      const one = FieldValue.increment(1);
      await document.update({ text: one, nan: one, whole: FieldValue.increment(0.5), half: one, missing: one });
      expect(await read("c/d")).to.deep.equal({ text: 1, nan: NaN, whole: 1.5, half: 1.5, missing: 1 });
    });

    it("unite and remove elements, treating 1 and 1.0 as equal", async () => {
      const document = use.db.doc("c/d");
      await document.set({ list: [1, "a", 1, { x: 1 }], text: "a" });
      await document.update({ list: FieldValue.arrayUnion(1, 2, 2, { x: 1 }), text: FieldValue.arrayUnion("b") });
      expect(await read("c/d")).to.deep.equal({ list: [1, "a", 1, { x: 1 }, 2], text: ["b"] });
      await document.update({ list: FieldValue.arrayRemove(1, { x: 1 }), text: FieldValue.arrayRemove("z") });
      expect(await read("c/d")).to.deep.equal({ list: ["a", 2], text: ["b"] });
    });

    it("set the commit time, also in nested and merged fields", async () => {
      const document = use.db.doc("c/d");
      const at = FieldValue.serverTimestamp();
      const first = await document.set({ a: at, b: { c: at, d: 1 } });
      const stored = (await document.get()).data() ?? {};
      expect(stored["a"].isEqual(first.writeTime) && stored["b"].c.isEqual(first.writeTime)).to.equal(true);
      const second = await document.set({ b: { c: at } }, { merge: true });
      const merged = (await document.get()).data() ?? {};
      expect(merged["a"].isEqual(first.writeTime) && merged["b"].c.isEqual(second.writeTime)).to.equal(true);
      expect(merged["b"].d).to.equal(1);
    });

    it("apply to a document that does not exist", async () => {
      await use.db.doc("c/d").set({ n: FieldValue.increment(2), l: FieldValue.arrayUnion(1) }, { merge: true });
      expect(await read("c/d")).to.deep.equal({ n: 2, l: [1] });
    });
  });

  describe("set and update", () => {
    it("merge maps, and only the named fields", async () => {
      const document = use.db.doc("c/d");
      await document.set({ a: { b: 1, c: 2 }, d: 1 });
      await document.set({ a: { b: 3 }, d: FieldValue.delete() }, { merge: true });
      expect(await read("c/d")).to.deep.equal({ a: { b: 3, c: 2 } });
      await document.set({ a: { b: 4, c: 5 } }, { mergeFields: ["a.c"] });
      expect(await read("c/d")).to.deep.equal({ a: { b: 3, c: 5 } });
      await document.set({ a: {} }, { merge: true });
      expect(await read("c/d")).to.deep.equal({ a: {} });
    });

    it("delete nested fields", async () => {
      const document = use.db.doc("c/d");
      await document.set({ a: { b: { c: 1, d: 2 } }, e: 1 });
      await document.update({ "a.b.c": FieldValue.delete(), e: FieldValue.delete(), "f.g": 1 });
      expect(await read("c/d")).to.deep.equal({ a: { b: { d: 2 } }, f: { g: 1 } });
    });

    it("create an empty document with an empty merge", async () => {
      await use.db.doc("c/d").set({}, { merge: true });
      expect(await read("c/d")).to.deep.equal({});
    });

    it("keep the update time if nothing changes", async () => {
      const document = use.db.doc("c/d");
      const first = await document.set({ a: 1 });
      await document.set({ a: 1 });
      expect((await document.get()).updateTime?.isEqual(first.writeTime)).to.equal(true);
    });
  });

  describe("preconditions", () => {
    it("fail with the official codes", async () => {
      const document = use.db.doc("c/d");
      expect(await statusOf(document.update({ a: 1 })), "update of nothing").to.equal(5);
      expect(await statusOf(document.delete()), "delete of nothing").to.equal(undefined);
      expect(await statusOf(document.delete({ exists: true })), "delete that must find").to.equal(5);
      const { writeTime } = await document.create({ a: 1 });
      expect(await statusOf(document.create({ a: 1 })), "create twice").to.equal(6);
      await document.set({ a: 2 });
      const stale = { lastUpdateTime: writeTime };
      expect(await statusOf(document.update({ a: 3 }, stale)), "stale update").to.equal(9);
      expect(await statusOf(document.delete(stale)), "stale delete").to.equal(9);
      expect(await read("c/d")).to.deep.equal({ a: 2 });
    });
  });

  describe("many at once", () => {
    it("commit more than five hundred writes", async () => {
      const batch = use.db.batch();
      for (let n = 0; n < 700; n += 1) batch.set(use.db.doc(`c/d${n}`), { n });
      await batch.commit();
      expect((await use.db.collection("c").count().get()).data().count).to.equal(700);
    });

    it("are independent with BulkWriter", async () => {
      const writer = use.db.bulkWriter();
      writer.onWriteError(() => false);
      const created = writer.create(use.db.doc("c/a"), { n: 1 });
      const twice = statusOf(writer.set(use.db.doc("c/b"), { n: 2 }));
      await writer.flush();
      const again = statusOf(writer.create(use.db.doc("c/a"), {}));
      const none = statusOf(writer.update(use.db.doc("c/none"), { n: 1 }));
      const gone = writer.delete(use.db.doc("c/b"));
      await writer.close();
      expect(await Promise.all([twice, again, none])).to.deep.equal([undefined, 6, 5]);
      expect((await created).writeTime.toMillis()).to.be.greaterThan(0);
      expect((await gone).writeTime.toMillis(), "the SDK's sign for a deletion").to.equal(0);
      expect((await use.db.collection("c").get()).docs.map(({ id }) => id)).to.deep.equal(["a"]);
    });

    it("delete recursively below a collection or document, and nothing else", async () => {
      const { db } = use;
      const paths = ["c/a", "c/a/s/x", "c/a/s/x/t/y", "c/b", "c/gone/s/z", "cc/a", "d/a", "d/a/s/x", "d/b"];
      await Promise.all(paths.map((path) => db.doc(path).set({})));
      await db.recursiveDelete(db.collection("c"));
      await db.recursiveDelete(db.doc("d/a"));
      const left = await Promise.all(paths.map(async (path) => ((await db.doc(path).get()).exists ? [path] : [])));
      expect(left.flat()).to.deep.equal(["cc/a", "d/b"]);
    });
  });
});
