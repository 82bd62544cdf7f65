import { expect } from "chai";
import { FirestoreError, type Connection } from "../../src/firestore/connection.ts";
import type { Transaction } from "../../src/firestore/transaction.ts";
import { set, update } from "../../src/firestore/writes.ts";
import { withCalls, type Call } from "../stage/calls.ts";
import { openDatabase } from "../stage/database.ts";

/** The requests of the task. Commits are answered with this code, as many times. */
async function withFailures<T>(code: string, times: number, task: () => Promise<T>): Promise<[T, object[]]> {
  const sent: object[] = [];
  let failures = 0;
  const fail = (call: Call): Call =>
    async function (this: Connection, method, body, parent) {
      sent.push({ method, ...body });
      if (method === "commit" && failures < times) {
        failures += 1;
        throw new FirestoreError(code, "A fault.");
      }
      return call.call(this, method, body, parent);
    };
  return [await withCalls(fail, task), sent];
}

const increment = (path: string) => async (transaction: Transaction) => {
  const { fields } = await transaction.get(path);
  transaction.write(update(path, { n: (fields!["n"] as number) + 1 }));
};

describe("a transaction", () => {
  it("sees what it depends on until it has written", async function () {
    this.timeout(60_000);
    const { firestore, root } = openDatabase();
    await firestore.commit(set(root, { n: 0 }));
    const one = () => firestore.transact(increment(root), { maxAttempts: 20 });
    await Promise.all(Array.from({ length: 8 }, one));
    expect((await firestore.get(root)).fields).to.deep.equal({ n: 8 });
  });

  it("begins with the first of its reads, also if they are simultaneous", async () => {
    const { firestore, root } = openDatabase();
    const [, sent] = await withFailures("", 0, () =>
      firestore.transact(async (transaction) => {
        const path = `${root}/users`;
        await Promise.all([transaction.get(root), transaction.count({ path }), transaction.find({ path })]);
        transaction.write(set(root, { n: 1 }));
      }),
    );
    expect(sent.map((call) => Object.keys(call).find((name) => /ransaction/.test(name)))).to.deep.equal([
      "newTransaction",
      "transaction",
      "transaction",
      "transaction",
    ]);
  });

  it("runs again if others were faster, as the same one", async () => {
    const { firestore, root } = openDatabase();
    await firestore.commit(set(root, { n: 0 }));
    let runs = 0;
    const task = (transaction: Transaction) => {
      runs += 1;
      return increment(root)(transaction);
    };
    const [, sent] = await withFailures("ABORTED", 2, () => firestore.transact(task));
    expect(runs).to.equal(3);
    expect((await firestore.get(root)).fields).to.deep.equal({ n: 1 });
    const begun = sent.flatMap((call) => (call as { newTransaction?: { readWrite: object } }).newTransaction ?? []);
    const first = sent.find((call) => "transaction" in call) as { transaction: string };
    expect(begun[0]).to.deep.equal({ readWrite: { retryTransaction: undefined } });
    expect(begun[1]).to.deep.equal({ readWrite: { retryTransaction: first.transaction } });
  });

  it("gives up after its attempts, and at once where another would not help", async () => {
    const { firestore, root } = openDatabase();
    await firestore.commit(set(root, { n: 0 }));
    for (const [code, attempts] of [
      ["ABORTED", 3],
      ["PERMISSION_DENIED", 1],
    ] as const) {
      const failed = (): Promise<unknown> =>
        firestore.transact(increment(root), { maxAttempts: 3 }).catch((error: FirestoreError) => error.code);
      const [told, sent] = await withFailures(code, 10, failed);
      expect(told).to.equal(code);
      expect(sent.filter((call) => (call as { method: string }).method === "commit")).to.have.length(attempts);
    }
  });

  it("writes nothing when its task throws, and holds nobody up", async () => {
    const { firestore, root } = openDatabase();
    await firestore.commit(set(root, { n: 0 }));
    const refused = firestore.transact(async (transaction) => {
      await increment(root)(transaction);
      throw new RangeError("No more.");
    });
    expect(await refused.catch((error: unknown) => error)).to.be.instanceOf(RangeError);
    await firestore.commit(update(root, { n: 5 }));
    expect((await firestore.get(root)).fields).to.deep.equal({ n: 5 });
  });

  it("that only reads sees one moment, and locks nothing", async () => {
    const { firestore, root } = openDatabase();
    await firestore.commit(set(root, { n: 0 }));
    const [seen, sent] = await withFailures("", 0, () =>
      firestore.transact(
        async (transaction) => {
          const before = await transaction.get(root);
          await firestore.commit(update(root, { n: 1 }));
          return [before, await transaction.get(root)].map(({ fields }) => fields);
        },
        { isReadOnly: true },
      ),
    );
    expect(seen).to.deep.equal([{ n: 0 }, { n: 0 }]);
    expect(sent.map((call) => (call as { method: string }).method)).to.deep.equal(["batchGet", "commit", "batchGet"]);
  });
});
