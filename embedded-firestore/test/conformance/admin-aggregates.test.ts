import { expect } from "chai";
import { AggregateField } from "firebase-admin/firestore";
import { useAdminDatabase } from "./admin-database.ts";

describe("aggregations with firebase-admin", () => {
  const use = useAdminDatabase();
  async function aggregate(values: unknown[]): Promise<unknown> {
    const collection = use.db.collection("c");
    await Promise.all(values.map((value, n) => collection.doc(`d${n}`).set(value === undefined ? {} : { value })));
    const fields = { sum: AggregateField.sum("value"), average: AggregateField.average("value") };
    return (await collection.aggregate(fields).get()).data();
  }

  it("of an empty result are zero and null", async () => {
    expect(await aggregate([])).to.deep.equal({ sum: 0, average: null });
    expect((await use.db.collection("c").count().get()).data()).to.deep.equal({ count: 0 });
  });

  it("add numbers and skip other values", async () => {
    expect(await aggregate([1, 2.5, "3", null, undefined, [4]])).to.deep.equal({ sum: 3.5, average: 1.75 });
  });

  it("handle NaN and infinities", async () => {
    expect(await aggregate([1, NaN])).to.deep.equal({ sum: NaN, average: NaN });
    expect(await aggregate([Infinity, 1])).to.deep.equal({ sum: Infinity, average: Infinity });
    expect(await aggregate([Infinity, -Infinity])).to.deep.equal({ sum: NaN, average: NaN });
  });

  it("become doubles beyond 64 bits", async () => {
    const large = Number.MAX_SAFE_INTEGER;
    expect(await aggregate([large, large, -large])).to.deep.equal({ sum: large, average: large / 3 });
    expect(await aggregate([Number.MAX_VALUE, Number.MAX_VALUE])).to.deep.equal({ sum: Infinity, average: Infinity });
  });

  it("work with filters, limits, groups and transactions", async () => {
    const { db } = use;
    await Promise.all([1, 2, 3, 4].map((n) => db.doc(`c/d${n}/s/x`).set({ n, m: { k: n } })));
    const group = db.collectionGroup("s");
    const all = { count: AggregateField.count(), sum: AggregateField.sum("m.k") };
    expect((await group.where("n", ">", 1).aggregate(all).get()).data()).to.deep.equal({ count: 3, sum: 9 });
    expect((await group.orderBy("n").limit(2).aggregate(all).get()).data()).to.deep.equal({ count: 2, sum: 3 });
    const counted = await db.runTransaction(async (transaction) => (await transaction.get(group.count())).data().count);
    expect(counted).to.equal(4);
  });
});
