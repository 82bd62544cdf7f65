import { expect } from "chai";
import {
  and,
  arrayRemove,
  arrayUnion,
  average,
  Bytes,
  collection,
  collectionGroup,
  count,
  deleteField,
  doc,
  documentId,
  endAt,
  FieldPath,
  GeoPoint,
  getAggregateFromServer,
  getDoc,
  getDocs,
  getDocsFromServer,
  increment,
  limit,
  or,
  orderBy,
  query,
  runTransaction,
  setDoc,
  startAfter,
  sum,
  Timestamp,
  updateDoc,
  vector,
  where,
  writeBatch,
  type Query,
} from "firebase/firestore";
import { useWebDatabase } from "./web-database.ts";

describe("reads and writes with the JS SDK", () => {
  const use = useWebDatabase();
  const idsOf = async (of: Query): Promise<string[]> => (await getDocsFromServer(of)).docs.map(({ id }) => id);
  async function seed(documents: Record<string, Record<string, unknown>>): Promise<void> {
    const batch = writeBatch(use.db);
    for (const [path, data] of Object.entries(documents)) batch.set(doc(use.db, path), data);
    await batch.commit();
  }

  it("support every type of value", async () => {
    const { db } = use;
    const data = {
      bytes: Bytes.fromUint8Array(new Uint8Array([0, 1, 255])),
      place: new GeoPoint(-1.5, 2),
      at: new Timestamp(-5, 999999000),
      ref: doc(db, "x/y"),
      vector: vector([1, -0.5]),
      list: [null, NaN, -0, { deep: [1] }],
      "a.b`\\": { ü: "𝄞" },
    };
    await setDoc(doc(db, "c/𝄞 ü"), data);
    const stored = (await getDocs(collection(use.another(), "c"))).docs[0]?.data() ?? {};
    expect(stored["bytes"].isEqual(data.bytes)).to.equal(true);
    expect(stored["place"].isEqual(data.place) && stored["at"].isEqual(data.at)).to.equal(true);
    expect(stored["vector"].isEqual(data.vector)).to.equal(true);
    expect([stored["ref"].path, stored["list"], stored["a.b`\\"]]).to.deep.equal(["x/y", data.list, { ü: "𝄞" }]);
    expect(Object.is(stored["list"][2], -0)).to.equal(true);
  });

  it("change fields by path, and with transforms", async () => {
    const reference = doc(use.db, "c/a");
    await setDoc(reference, { a: { b: { c: 1, d: 2 } }, "x.y": 1, list: [1] });
    await updateDoc(reference, "a.b.c", deleteField(), new FieldPath("x.y"), increment(2.5), "list", arrayUnion(1, 2));
    expect((await getDoc(reference)).data()).to.deep.equal({ a: { b: { d: 2 } }, "x.y": 3.5, list: [1, 2] });
    await setDoc(reference, { list: arrayRemove(1), a: { e: 1 } }, { merge: true });
    expect((await getDoc(reference)).data()).to.deep.equal({ a: { b: { d: 2 }, e: 1 }, "x.y": 3.5, list: [2] });
    await setDoc(reference, { a: { b: 0, e: 2 }, q: 1 }, { mergeFields: ["a.e", "q"] });
    expect((await getDoc(reference)).get("a")).to.deep.equal({ b: { d: 2 }, e: 2 });
  });

  it("combine or, and, in and orderBy as the server does", async () => {
    const rows = { a: [1, 0], b: [2, 1], c: [3, 2], d: [1, 3], e: [1, 1] };
    await seed(Object.fromEntries(Object.entries(rows).map(([id, [a, b]]) => [`c/${id}`, { a, b }])));
    const of = collection(use.db, "c");
    const is = where;
    expect(await idsOf(query(of, or(is("a", "==", 1), is("b", "==", 1))))).to.deep.equal(["a", "b", "d", "e"]);
    expect(
      await idsOf(query(of, and(or(is("a", "==", 1), is("a", ">", 2)), is("b", ">", 0)), orderBy("a", "desc"))),
    ).to.deep.equal(["c", "d", "e"]);
    expect(await idsOf(query(of, or(is("a", "in", [2, 3]), is("b", "==", 3)), limit(2)))).to.deep.equal(["b", "c"]);
    expect(await idsOf(query(of, is("a", "in", [2, null, NaN, 3])))).to.deep.equal(["b", "c"]);
    expect(await idsOf(query(of, is("a", "not-in", [2, 3]), orderBy("a"), orderBy("b")))).to.deep.equal([
      "a",
      "e",
      "d",
    ]);
  });

  it("page through a result with document cursors", async () => {
    await seed(Object.fromEntries([1, 1, 2, 2, 3].map((n, index) => [`c/d${index}`, { n }])));
    const of = collection(use.db, "c");
    const first = await getDocs(query(of, orderBy("n", "desc"), limit(2)));
    expect(first.docs.map(({ id }) => id)).to.deep.equal(["d4", "d3"]);
    const last = first.docs.at(-1);
    expect(await idsOf(query(of, orderBy("n", "desc"), startAfter(last)))).to.deep.equal(["d2", "d1", "d0"]);
    expect(await idsOf(query(of, orderBy("n"), endAt(1)))).to.deep.equal(["d0", "d1"]);
  });

  it("query groups by path", async () => {
    await seed({ "a/1/s/x": {}, "a/2/s/y": {}, "b/1/s/z": {}, "s/top": {} });
    const group = collectionGroup(use.db, "s");
    expect(await idsOf(query(group))).to.deep.equal(["x", "y", "z", "top"]);
    const inA = query(group, where(documentId(), ">=", "a/1/s/x"), where(documentId(), "<", "b/0"));
    expect(await idsOf(inA)).to.deep.equal(["x", "y"]);
    expect(await idsOf(query(group, where(documentId(), "in", ["a/2/s/y", "b/1/s/none"])))).to.deep.equal(["y"]);
  });

  it("aggregate documents that have every requested field", async () => {
    await seed({ "c/a": { n: 1, m: 2 }, "c/b": { n: 3 }, "c/c": { n: NaN, m: "x" }, "c/d": { m: 4 } });
    const of = collection(use.db, "c");
    const whole = (await getAggregateFromServer(of, { all: count(), n: sum("n") })).data();
    expect(whole).to.deep.equal({ all: 3, n: NaN });
    const none = query(of, where("n", "==", 99));
    const empty = (await getAggregateFromServer(none, { all: count(), n: sum("n"), m: average("n") })).data();
    expect(empty).to.deep.equal({ all: 0, n: 0, m: null });
  });

  it("retry a transaction whose documents were changed", async () => {
    const { db } = use;
    const reference = doc(db, "c/a");
    await setDoc(reference, { n: 0 });
    let attempts = 0;
    await runTransaction(db, async (transaction) => {
      attempts += 1;
      const n = Number((await transaction.get(reference)).get("n"));
      if (attempts === 1) await setDoc(doc(use.another(), "c/a"), { n: 10 });
      transaction.update(reference, { n: n + 1 });
    });
    expect([attempts, (await getDoc(reference)).get("n")]).to.deep.equal([2, 11]);
  });

  it("create a document in a transaction only if it is missing", async () => {
    const { db } = use;
    const reference = doc(db, "c/a");
    const create = (n: number): Promise<boolean> =>
      runTransaction(db, async (transaction) => {
        if ((await transaction.get(reference)).exists()) return false;
        transaction.set(reference, { n });
        return true;
      });
    const created = await Promise.all([1, 2, 3].map(create));
    expect(created.filter((isMine) => isMine)).to.have.length(1);
  });
});
