import { expect } from "chai";
import type { DocumentSnapshot, Query, QuerySnapshot } from "firebase-admin/firestore";
import { useAdminDatabase } from "./admin-database.ts";

interface Seen {
  ids: string[];
  changes: [type: string, id: string, oldIndex: number, newIndex: number][];
}

describe("listeners with firebase-admin", () => {
  const use = useAdminDatabase();

  /** Each call of `next` waits for the next snapshot of the query. */
  function watch(query: Query): { next(): Promise<Seen>; stop(): void } {
    const seen: Seen[] = [];
    let wake = (): void => {};
    const stop = query.onSnapshot((snapshot: QuerySnapshot) => {
      const changes = snapshot
        .docChanges()
        .map((change): Seen["changes"][number] => [change.type, change.doc.id, change.oldIndex, change.newIndex]);
      seen.push({ ids: snapshot.docs.map(({ id }) => id), changes });
      wake();
    });
    return {
      async next() {
        while (seen.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        return seen.shift() as Seen;
      },
      stop,
    };
  }

  it("report what was added, modified, moved and removed, with indexes", async () => {
    const collection = use.db.collection("c");
    await Promise.all([1, 2, 3].map((n) => collection.doc(`d${n}`).set({ n })));
    const { next, stop } = watch(collection.orderBy("n"));
    expect(await next()).to.deep.equal({
      ids: ["d1", "d2", "d3"],
      changes: [
        ["added", "d1", -1, 0],
        ["added", "d2", -1, 1],
        ["added", "d3", -1, 2],
      ],
    });
    await collection.doc("d1").update({ n: 9 });
    expect(await next()).to.deep.equal({ ids: ["d2", "d3", "d1"], changes: [["modified", "d1", 0, 2]] });
    await collection.doc("d3").update({ other: 1 });
    expect(await next()).to.deep.equal({ ids: ["d2", "d3", "d1"], changes: [["modified", "d3", 1, 1]] });
    await collection.doc("d2").delete();
    expect(await next()).to.deep.equal({ ids: ["d3", "d1"], changes: [["removed", "d2", 0, -1]] });
    await collection.doc("d3").update({ n: "no number" });
    expect((await next()).ids).to.deep.equal(["d1", "d3"]);
    const batch = use.db.batch();
    batch.delete(collection.doc("d1")).set(collection.doc("d0"), { n: 0 }).update(collection.doc("d3"), { n: 1 });
    await batch.commit();
    const last = await next();
    expect([last.ids, last.changes.length]).to.deep.equal([["d0", "d3"], 3]);
    stop();
  });

  it("keep a window at the start and at the end", async () => {
    const collection = use.db.collection("c");
    await Promise.all([1, 2, 3, 4].map((n) => collection.doc(`d${n}`).set({ n })));
    const first = watch(collection.orderBy("n").limit(2));
    const last = watch(collection.orderBy("n").limitToLast(2));
    expect((await first.next()).ids).to.deep.equal(["d1", "d2"]);
    expect((await last.next()).ids).to.deep.equal(["d3", "d4"]);
    await collection.doc("d4").delete();
    expect((await last.next()).ids).to.deep.equal(["d2", "d3"]);
    await collection.doc("d5").set({ n: 5 });
    expect((await last.next()).ids).to.deep.equal(["d3", "d5"]);
    await collection.doc("d1").update({ n: 6 });
    expect((await first.next()).ids).to.deep.equal(["d2", "d3"]);
    expect((await last.next()).ids).to.deep.equal(["d5", "d1"]);
    first.stop();
    last.stop();
  });

  it("follow a document that is created, deleted and created again", async () => {
    const document = use.db.doc("c/d");
    const seen: DocumentSnapshot[] = [];
    let wake = (): void => {};
    const stop = document.onSnapshot((snapshot) => {
      seen.push(snapshot);
      wake();
    });
    const next = async (): Promise<DocumentSnapshot> => {
      while (seen.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return seen.shift() as DocumentSnapshot;
    };
    expect((await next()).exists).to.equal(false);
    const first = await document.set({ n: 1 });
    const created = await next();
    expect([created.get("n"), created.createTime?.isEqual(first.writeTime)]).to.deep.equal([1, true]);
    const second = await document.update({ n: 2 });
    const updated = await next();
    expect(updated.createTime?.isEqual(first.writeTime)).to.equal(true);
    expect(updated.updateTime?.isEqual(second.writeTime)).to.equal(true);
    await document.delete();
    expect((await next()).exists).to.equal(false);
    const third = await document.set({ n: 3 });
    expect((await next()).createTime?.isEqual(third.writeTime)).to.equal(true);
    stop();
  });

  it("see selected fields, and groups at any depth", async () => {
    const { db } = use;
    const { next, stop } = watch(db.collectionGroup("s").where("n", ">", 0).select("n"));
    expect((await next()).ids).to.deep.equal([]);
    await db.doc("c/a/s/x").set({ n: 1, m: 2 });
    expect((await next()).ids).to.deep.equal(["x"]);
    await db.doc("s/y").set({ n: 2 });
    expect((await next()).ids).to.deep.equal(["x", "y"]);
    await db.doc("c/a/s/x").update({ n: 0 });
    expect((await next()).ids).to.deep.equal(["y"]);
    stop();
  });
});
