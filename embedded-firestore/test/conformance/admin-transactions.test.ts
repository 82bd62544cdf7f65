import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import { statusOf, useAdminDatabase } from "./admin-database.ts";

describe("transactions with firebase-admin", () => {
  const use = useAdminDatabase();

  it("read documents and queries before they write", async () => {
    const { db } = use;
    await db.doc("c/a").set({ n: 1 });
    await db.doc("c/b").set({ n: 2 });
    const sum = await db.runTransaction(async (transaction) => {
      const found = await transaction.get(db.collection("c").where("n", ">", 0));
      const [missing] = await transaction.getAll(db.doc("c/none"));
      const total = found.docs.reduce((all, each) => all + Number(each.get("n")), 0);
      transaction.set(db.doc("c/sum"), { total, wasMissing: !missing?.exists });
      transaction.delete(db.doc("c/a"));
      return total;
    });
    expect(sum).to.equal(3);
    expect((await db.doc("c/sum").get()).data()).to.deep.equal({ total: 3, wasMissing: true });
    expect((await db.doc("c/a").get()).exists).to.equal(false);
  });

  it("make ten concurrent increments ten", async () => {
    const { db } = use;
    const document = db.doc("c/n");
    await document.set({ n: 0 });
    const increment = (): Promise<unknown> =>
      db.runTransaction(
        async (transaction) => {
          const { n } = (await transaction.get(document)).data() as { n: number };
          transaction.update(document, { n: n + 1 });
        },
        { maxAttempts: 30 },
      );
    await Promise.all(Array.from({ length: 10 }, increment));
    expect((await document.get()).get("n")).to.equal(10);
  });

  it("cannot both insert a document that the other's query would find", async () => {
    const { db } = use;
    const open = db.collection("c").where("open", "==", true);
    const claim = (id: string): Promise<boolean> =>
      db.runTransaction(
        async (transaction) => {
          const found = await transaction.get(open);
          if (!found.empty) return false;
          transaction.set(db.doc(`c/${id}`), { open: true });
          return true;
        },
        { maxAttempts: 30 },
      );
    const claims = await Promise.all(["a", "b", "c", "d"].map(claim));
    expect(claims.filter((isMine) => isMine)).to.have.length(1);
    expect((await open.get()).size).to.equal(1);
  });

  it("are retried on contention, and fail after the maximum number of attempts", async () => {
    const { db } = use;
    let attempts = 0;
    const failing = db.runTransaction(
      async (transaction) => {
        attempts += 1;
        await transaction.get(db.doc("c/a"));
        throw Object.assign(new Error("contention"), { code: 10 });
      },
      { maxAttempts: 2 },
    );
    expect(await statusOf(failing)).to.equal(10);
    expect(attempts).to.equal(2);
  });

  it("are rolled back if their function throws", async () => {
    const { db } = use;
    const failing = db.runTransaction(async (transaction) => {
      await transaction.get(db.doc("c/a"));
      transaction.set(db.doc("c/a"), { n: 1 });
      throw new Error("no");
    });
    await failing.catch(() => undefined);
    expect((await db.doc("c/a").get()).exists).to.equal(false);
    expect(await statusOf(db.doc("c/a").set({ n: 2 })), "no lock is left behind").to.equal(undefined);
  });

  it("can be read-only, also at an earlier time", async () => {
    const { db } = use;
    const { writeTime } = await db.doc("c/a").set({ n: 1 });
    await db.doc("c/a").set({ n: 2 });
    const readAt = (readTime?: Timestamp): Promise<unknown> =>
      db.runTransaction(async (transaction) => (await transaction.get(db.doc("c/a"))).get("n"), {
        readOnly: true,
        ...(readTime ? { readTime } : {}),
      });
    expect(await readAt()).to.equal(2);
    expect(await readAt(writeTime)).to.equal(1);
    const writing = db.runTransaction(
      async (transaction) => {
        await transaction.get(db.doc("c/a"));
        transaction.set(db.doc("c/a"), {});
      },
      { readOnly: true, readTime: Timestamp.now() },
    );
    await writing.then(
      () => expect.fail("it wrote"),
      () => undefined,
    );
  });
});
