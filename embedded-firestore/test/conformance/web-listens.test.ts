import { expect } from "chai";
import {
  collection,
  deleteDoc,
  disableNetwork,
  doc,
  enableNetwork,
  getDoc,
  getDocFromCache,
  getDocs,
  limitToLast,
  onSnapshot,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  waitForPendingWrites,
  where,
  writeBatch,
  type DocumentSnapshot,
  type Query,
  type QuerySnapshot,
} from "firebase/firestore";
import { useWebDatabase, watch, type Watch } from "./web-database.ts";

const withMetadata = { includeMetadataChanges: true };

describe("listeners with the JS SDK", () => {
  const use = useWebDatabase();
  const watchDocument = (path: string): Watch<DocumentSnapshot> =>
    watch((report) => onSnapshot(doc(use.db, path), withMetadata, report));
  const watchQuery = (of: Query): Watch<QuerySnapshot> => watch((report) => onSnapshot(of, withMetadata, report));
  const stateOf = ({ metadata }: DocumentSnapshot | QuerySnapshot): object => ({ ...metadata });
  const idsOf = (snapshot: QuerySnapshot): string[] => snapshot.docs.map(({ id }) => id);
  const isSettled = ({ metadata }: QuerySnapshot | DocumentSnapshot): boolean =>
    !metadata.fromCache && !metadata.hasPendingWrites;

  it("report what is local, what is pending and what the server has confirmed", async () => {
    const { next, stop } = watchDocument("c/a");
    expect([(await next()).exists()]).to.deep.equal([false]);
    const writing = setDoc(doc(use.db, "c/a"), { n: 1, at: serverTimestamp() });
    const local = await next();
    expect([stateOf(local), local.get("at")]).to.deep.equal([{ hasPendingWrites: true, fromCache: false }, null]);
    expect(local.data({ serverTimestamps: "estimate" })?.["at"]).to.be.instanceOf(Timestamp);
    const confirmed = await next();
    expect(stateOf(confirmed)).to.deep.equal({ hasPendingWrites: false, fromCache: false });
    expect(confirmed.get("at")).to.be.instanceOf(Timestamp);
    await writing;
    stop();
  });

  it("never fall behind an acknowledged write", async () => {
    const { next, stop } = watchDocument("c/a");
    await next();
    for (const n of [1, 2, 3]) await setDoc(doc(use.db, "c/a"), { n });
    await waitForPendingWrites(use.db);
    const seen: unknown[] = [];
    while (seen.at(-1) !== 3) seen.push((await next()).get("n"));
    expect(seen).to.deep.equal(seen.toSorted());
    stop();
  });

  it("resume after a network loss, and report missed deletions, changes and additions once", async () => {
    const { db } = use;
    const other = use.another();
    await Promise.all(["a", "b", "c"].map((id) => setDoc(doc(db, `c/${id}`), { n: 1 })));
    const { until, stop } = watchQuery(collection(db, "c"));
    expect(idsOf(await until(isSettled))).to.deep.equal(["a", "b", "c"]);
    await disableNetwork(db);
    expect(idsOf(await until(({ metadata }) => metadata.fromCache))).to.deep.equal(["a", "b", "c"]);
    await deleteDoc(doc(other, "c/a"));
    await updateDoc(doc(other, "c/b"), { n: 2 });
    await setDoc(doc(other, "c/d"), { n: 1 });
    const offline = setDoc(doc(db, "c/e"), { n: 1 });
    await until((snapshot) => idsOf(snapshot).includes("e"));
    await enableNetwork(db);
    await offline;
    const last = await until((snapshot) => isSettled(snapshot) && !idsOf(snapshot).includes("a"));
    expect(idsOf(last)).to.deep.equal(["b", "c", "d", "e"]);
    expect(last.docs[0]?.get("n")).to.equal(2);
    stop();
  });

  it("resume without an event if nothing has changed", async () => {
    const { db } = use;
    await setDoc(doc(db, "c/a"), { n: 1 });
    const plain = watch<QuerySnapshot>((report) => onSnapshot(collection(db, "c"), report));
    expect(idsOf(await plain.next())).to.deep.equal(["a"]);
    const events = watchQuery(collection(db, "c"));
    await events.until(isSettled);
    await disableNetwork(db);
    await events.until(({ metadata }) => metadata.fromCache);
    await enableNetwork(db);
    await events.until(isSettled);
    expect(plain.waiting, "without metadata there is nothing to tell").to.equal(0);
    plain.stop();
    events.stop();
  });

  it("leave an earlier result in the cache for the next listener", async () => {
    const { db } = use;
    await setDoc(doc(db, "c/a"), { n: 1 });
    const first = watchQuery(collection(db, "c"));
    await first.until(isSettled);
    const second = watchQuery(query(collection(db, "c"), where("n", "==", 1)));
    expect(idsOf(await second.until(isSettled))).to.deep.equal(["a"]);
    expect((await getDocFromCache(doc(db, "c/a"))).get("n")).to.equal(1);
    first.stop();
    second.stop();
  });

  it("keep the end of a limited query in order while it changes", async () => {
    const { db } = use;
    const batch = writeBatch(db);
    for (const n of [1, 2, 3]) batch.set(doc(db, `c/d${n}`), { n });
    await batch.commit();
    const other = use.another();
    const { until, stop } = watchQuery(query(collection(db, "c"), orderBy("n"), limitToLast(2)));
    const untilIds = (ids: string[]): Promise<QuerySnapshot> =>
      until((snapshot) => isSettled(snapshot) && JSON.stringify(idsOf(snapshot)) === JSON.stringify(ids));
    await untilIds(["d2", "d3"]);
    await setDoc(doc(other, "c/d4"), { n: 4 });
    await untilIds(["d3", "d4"]);
    await updateDoc(doc(other, "c/d4"), { n: 0 });
    await untilIds(["d2", "d3"]);
    await deleteDoc(doc(other, "c/d3"));
    const changes = (await untilIds(["d1", "d2"])).docChanges();
    expect(changes.map(({ type, doc: { id } }) => [type, id])).to.deep.include.members([["removed", "d3"]]);
    stop();
  });

  it("use the server's result for documents that local writes hide", async () => {
    const { db } = use;
    const other = use.another();
    await setDoc(doc(db, "c/a"), { n: 1, m: 1 });
    const { until, stop } = watchQuery(query(collection(db, "c"), where("n", "==", 1)));
    await until(isSettled);
    await disableNetwork(db);
    const local = updateDoc(doc(db, "c/a"), { n: 2 });
    await until((snapshot) => snapshot.empty);
    await updateDoc(doc(other, "c/a"), { m: 2 });
    await enableNetwork(db);
    await local;
    await until((snapshot) => isSettled(snapshot) && snapshot.empty);
    expect((await getDoc(doc(db, "c/a"))).data()).to.deep.equal({ n: 2, m: 2 });
    stop();
  });

  it("answer each of many queries on one stream", async () => {
    const { db } = use;
    await setDoc(doc(db, "c/a"), { n: 0, tags: ["x"] });
    const found = await Promise.all(
      Array.from({ length: 30 }, (_none, n) => getDocs(query(collection(db, "c"), where("n", "==", n % 2)))),
    );
    expect(found.map(({ size }) => size)).to.deep.equal(found.map((_each, n) => (n % 2 === 0 ? 1 : 0)));
  });
});
