// Transactions: what they lock, who waits, who is aborted, and what they read.
import { expect } from "chai";
import { IDLE_TRANSACTION_MS } from "../../../src/engine/transactions/transactions.ts";
import { LOCK_WAIT_MS } from "../../../src/engine/transactions/lock-queue.ts";
import { FirestoreError } from "../../../src/engine/index.ts";
import type { Database, StructuredQuery } from "../../../src/engine/index.ts";
import { createFixture, int, list, refusal, remove, ROOT, set, text } from "../fixture.ts";

const CONTENTION = "Too much contention on these documents. Please try again.";
const EXPIRED = "The referenced transaction has expired or is no longer valid.";
const query = (collectionId: string, atLeast: number): StructuredQuery => ({
  from: [{ collectionId }],
  where: { fieldFilter: { field: { fieldPath: "n" }, op: "GREATER_THAN_OR_EQUAL", value: int(atLeast) } },
});

async function readNumber(database: Database, path: string, transaction: string): Promise<number> {
  const { documents } = await database.batchGet([`${ROOT}/${path}`], { transaction });
  const value = documents[0]?.fields["n"];
  return value && "integerValue" in value ? Number(value.integerValue) : 0;
}

/** Whether the promise settles without any timer or I/O. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = {};
  const turns = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
    return pending;
  };
  return (await Promise.race([promise.catch(() => undefined), turns()])) !== pending;
}

describe("a transaction", () => {
  it("makes another writer wait until it ends", async () => {
    const { database, fields } = createFixture();
    const transaction = database.beginTransaction();
    expect(await readNumber(database, "a/x", transaction)).to.equal(0);
    const other = database.commit([set("a/x", { n: int(9) })]);
    expect(await isSettled(other)).to.equal(false);
    await database.commit([set("a/x", { n: int(1) })], { transaction });
    expect(fields("a/x")).to.deep.equal({ n: int(9) });
    await other;
  });

  it("checks a waiting writer's preconditions when its turn comes", async () => {
    const { database } = createFixture();
    const transaction = database.beginTransaction();
    await readNumber(database, "a/x", transaction);
    const create = database.commit([set("a/x", {}, { currentDocument: { exists: false } })]);
    await database.commit([set("a/x", {})], { transaction });
    await refusal("ALREADY_EXISTS", create);
  });

  it("does not block writers of other documents", async () => {
    const { database } = createFixture();
    await readNumber(database, "a/x", database.beginTransaction());
    expect(await isSettled(database.commit([set("a/y", {})]))).to.equal(true);
  });

  it("does not block readers", async () => {
    const { database } = createFixture();
    await readNumber(database, "a/x", database.beginTransaction());
    expect(await isSettled(readNumber(database, "a/x", database.beginTransaction()))).to.equal(true);
    expect(await isSettled(database.batchGet([`${ROOT}/a/x`]))).to.equal(true);
  });

  it("releases its locks on rollback", async () => {
    const { database } = createFixture();
    const transaction = database.beginTransaction();
    await readNumber(database, "a/x", transaction);
    const other = database.commit([set("a/x", {})]);
    database.rollback(transaction);
    expect(await isSettled(other)).to.equal(true);
  });

  it("may be rolled back again, and after its commit", async () => {
    const { database } = createFixture();
    const [rolledBack, committed] = [database.beginTransaction(), database.beginTransaction()];
    database.rollback(rolledBack);
    database.rollback(rolledBack);
    await refusal("ABORTED", database.commit([], { transaction: rolledBack }));
    await database.commit([set("a/x", {})], { transaction: committed });
    database.rollback(committed);
    await refusal("INVALID_ARGUMENT", () => database.rollback(btoa("unknown")));
  });

  it("survives an invalid write, and keeps its locks", async () => {
    const { database, fields } = createFixture();
    const transaction = database.beginTransaction();
    await readNumber(database, "a/x", transaction);
    await refusal("INVALID_ARGUMENT", database.commit([set("a/x", { __x__: int(1) })], { transaction }));
    await refusal("INVALID_ARGUMENT", database.commit([{ delete: "nowhere" }], { transaction }));
    expect(await isSettled(database.commit([set("a/x", { n: int(1) })]))).to.equal(false);
    await database.commit([set("a/x", { n: int(2) })], { transaction });
    expect(fields("a/x")).to.deep.equal({ n: int(1) });
  });

  it("is answered before the writes that waited for it", async () => {
    const { database } = createFixture(setImmediate);
    const transaction = database.beginTransaction();
    await readNumber(database, "a/x", transaction);
    const answered: string[] = [];
    const waiting = database.commit([set("a/x", {})]).then(() => answered.push("waiting"));
    const own = database.commit([set("a/x", { n: int(1) })], { transaction }).then(() => answered.push("own"));
    await Promise.all([waiting, own]);
    expect(answered).to.deep.equal(["own", "waiting"]);
  });

  it("does not delay the rejection of an invalid write from outside", async () => {
    const { database } = createFixture();
    await readNumber(database, "a/x", database.beginTransaction());
    const stamp = { fieldPath: "__at__", setToServerValue: "REQUEST_TIME" };
    for (const write of [
      set("a/x", { __x__: int(1) }),
      set("a/x", { "": int(1) }),
      set("a/x", { list: list(list()) }),
      set("a/x", { big: text("x".repeat(1_100_000)) }),
      set("a/x", { n: int(1), __x__: int(1) }, { updateMask: { fieldPaths: ["__x__"] } }),
      set("a/x", {}, { updateTransforms: [stamp] }),
      set("a/x", {}, { currentDocument: { updateTime: "yesterday" } }),
    ]) {
      // It would wait for the lock otherwise: no time passes in this test.
      await refusal("INVALID_ARGUMENT", database.commit([write]));
    }
    const outside = set("a/x", { n: int(1), __x__: int(1) }, { updateMask: { fieldPaths: ["n"] } });
    expect(await isSettled(database.commit([outside])), "what the mask leaves out is not written").to.equal(false);
  });

  it("releases its locks if its commit fails", async () => {
    const { database } = createFixture();
    const transaction = database.beginTransaction();
    await readNumber(database, "a/x", transaction);
    await refusal(
      "NOT_FOUND",
      database.commit([set("a/x", {}, { currentDocument: { exists: true } })], { transaction }),
    );
    expect(await isSettled(database.commit([set("a/x", {})]))).to.equal(true);
  });

  it("causes a waiting writer to be ABORTED after 2 s", async () => {
    const { database, advance, fields } = createFixture();
    await readNumber(database, "a/x", database.beginTransaction());
    const other = database.commit([set("a/x", {})]);
    advance(LOCK_WAIT_MS - 1);
    expect(await isSettled(other)).to.equal(false);
    advance(1);
    expect(await refusal("ABORTED", other)).to.equal(CONTENTION);
    expect(fields("a/x")).to.equal(undefined);
  });

  it("expires after 60 s without use", async () => {
    const { database, advance, timers } = createFixture();
    const transaction = database.beginTransaction();
    await readNumber(database, "a/x", transaction);
    advance(IDLE_TRANSACTION_MS - 1);
    await readNumber(database, "a/x", transaction);
    advance(IDLE_TRANSACTION_MS - 1);
    expect(await isSettled(readNumber(database, "a/x", transaction))).to.equal(true);
    advance(IDLE_TRANSACTION_MS);
    expect(await refusal("ABORTED", database.commit([set("a/x", {})], { transaction }))).to.equal(EXPIRED);
    expect(await isSettled(database.commit([set("a/x", {})]))).to.equal(true);
    expect(timers()).to.equal(0);
  });

  it("is rejected if it was never started", async () => {
    const { database } = createFixture();
    await refusal("INVALID_ARGUMENT", readNumber(database, "a/x", btoa("unknown")));
    await refusal("INVALID_ARGUMENT", database.commit([], { transaction: btoa("unknown") }));
  });

  it("has ended after its commit", async () => {
    const { database } = createFixture();
    const transaction = database.beginTransaction();
    await database.commit([], { transaction });
    await refusal("ABORTED", database.commit([], { transaction }));
  });

  it("fails a waiting read on rollback instead of running it without locks", async () => {
    const { database } = createFixture();
    const first = database.beginTransaction({ retryTransaction: database.beginTransaction() });
    const second = database.beginTransaction({ retryTransaction: database.beginTransaction() });
    await readNumber(database, "a/x", first);
    const waiting = readNumber(database, "a/x", second);
    database.rollback(second);
    await refusal("ABORTED", waiting);
    database.rollback(first);
    expect(await isSettled(database.commit([set("a/x", {})]))).to.equal(true);
  });

  it("is ABORTED if the database is cleared", async () => {
    const { engine, database } = createFixture();
    const transaction = database.beginTransaction();
    await readNumber(database, "a/x", transaction);
    engine.clear(database.name);
    await refusal("ABORTED", database.commit([set("a/x", {})], { transaction }));
  });
});

describe("deadlocked transactions", () => {
  it("are resolved at once: the younger is ABORTED, the older commits", async () => {
    const { database, fields } = createFixture();
    const [older, younger] = [database.beginTransaction(), database.beginTransaction()];
    await Promise.all([readNumber(database, "a/x", older), readNumber(database, "a/x", younger)]);
    const first = database.commit([set("a/x", { n: int(1) })], { transaction: older });
    const second = database.commit([set("a/x", { n: int(2) })], { transaction: younger });
    expect(await refusal("ABORTED", second)).to.equal(CONTENTION);
    await first;
    expect(fields("a/x")).to.deep.equal({ n: int(1) });
  });

  it("are resolved over several documents, even if the younger comes first", async () => {
    const { database, fields } = createFixture();
    const [older, younger] = [database.beginTransaction(), database.beginTransaction()];
    await Promise.all([readNumber(database, "a/x", older), readNumber(database, "a/y", younger)]);
    const second = database.commit([set("a/x", { n: int(2) })], { transaction: younger });
    expect(await isSettled(second)).to.equal(false);
    const first = database.commit([set("a/y", { n: int(1) })], { transaction: older });
    await refusal("ABORTED", second);
    await first;
    expect([fields("a/x"), fields("a/y")]).to.deep.equal([undefined, { n: int(1) }]);
  });

  it("make 10 parallel increments 10, each in at most two attempts", async () => {
    const { database, fields } = createFixture();
    let mostAttempts = 0;
    const increment = async () => {
      let retryTransaction: string | undefined;
      for (let attempt = 1; ; attempt++) {
        mostAttempts = Math.max(mostAttempts, attempt);
        const transaction = database.beginTransaction({ retryTransaction });
        try {
          const n = await readNumber(database, "a/x", transaction);
          await database.commit([set("a/x", { n: int(n + 1) })], { transaction });
          return;
        } catch (error) {
          if (!(error instanceof FirestoreError) || error.status !== "ABORTED") throw error;
          retryTransaction = transaction;
        }
      }
    };
    await Promise.all(Array.from({ length: 10 }, increment));
    expect(fields("a/x")).to.deep.equal({ n: int(10) });
    expect(mostAttempts).to.be.at.most(2);
  });

  it("do not let later readers overtake a waiting writer", async () => {
    const { database } = createFixture();
    const reader = database.beginTransaction();
    await readNumber(database, "a/x", reader);
    const writer = database.commit([set("a/x", { n: int(1) })]);
    const late = readNumber(database, "a/x", database.beginTransaction());
    expect(await isSettled(late)).to.equal(false);
    database.rollback(reader);
    await writer;
    expect(await late).to.equal(1);
  });

  it("keep the age of a retried transaction, so that it finally wins", async () => {
    const { database } = createFixture();
    const lost = database.beginTransaction();
    const rival = database.beginTransaction();
    database.rollback(lost);
    const retried = database.beginTransaction({ retryTransaction: lost });
    await readNumber(database, "a/x", rival);
    await readNumber(database, "a/y", retried);
    const rivalCommit = database.commit([set("a/y", {})], { transaction: rival });
    const retriedCommit = database.commit([set("a/x", {})], { transaction: retried });
    await refusal("ABORTED", rivalCommit);
    await retriedCommit;
  });
});

describe("a query in a transaction", () => {
  const begin = async (database: Database, atLeast = 5) => {
    const transaction = database.beginTransaction();
    const { documents } = await database.runQuery(ROOT, query("a", atLeast), { transaction });
    return { transaction, count: documents.length };
  };

  it("locks its result", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", { n: int(7) })]);
    const { transaction, count } = await begin(database);
    expect(count).to.equal(1);
    const other = database.commit([remove("a/x")]);
    expect(await isSettled(other)).to.equal(false);
    database.rollback(transaction);
    await other;
  });

  it("blocks writes that would add to its result", async () => {
    const { database } = createFixture();
    await database.commit([set("a/low", { n: int(1) })]);
    const { transaction } = await begin(database);
    const created = database.commit([set("a/new", { n: int(6) })]);
    const raised = database.commit([set("a/low", { n: int(6) })]);
    expect(await isSettled(created)).to.equal(false);
    expect(await isSettled(raised)).to.equal(false);
    database.rollback(transaction);
    await Promise.all([created, raised]);
  });

  it("blocks writes to documents that its offset skipped, which would shift the result", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", { n: int(6) }), set("a/y", { n: int(7) })]);
    const transaction = database.beginTransaction();
    await database.runQuery(ROOT, { ...query("a", 5), offset: 1 }, { transaction });
    expect(await isSettled(database.commit([remove("a/x")]))).to.equal(false);
    database.rollback(transaction);
  });

  it("does not block writes outside its result", async () => {
    const { database } = createFixture();
    await begin(database);
    expect(await isSettled(database.commit([set("a/low", { n: int(1) }), set("b/x", { n: int(9) })]))).to.equal(true);
  });

  it("lets only one of two transactions insert a document that both queries match", async () => {
    const { database } = createFixture();
    const [one, two] = [await begin(database), await begin(database)];
    const first = database.commit([set("a/one", { n: int(5) })], { transaction: one.transaction });
    const second = database.commit([set("a/two", { n: int(5) })], { transaction: two.transaction });
    await refusal("ABORTED", second);
    await first;
  });

  it("is locked by an aggregation, too", async () => {
    const { database } = createFixture();
    const transaction = database.beginTransaction();
    const counted = { structuredQuery: query("a", 5), aggregations: [{ alias: "n", count: {} }] };
    await database.runAggregation(ROOT, counted, { transaction });
    const other = database.commit([set("a/new", { n: int(6) })]);
    expect(await isSettled(other)).to.equal(false);
    await database.commit([], { transaction });
    await other;
  });
});

describe("a read-only transaction", () => {
  it("reads at its start time and locks nothing", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", { n: int(1) })]);
    const transaction = database.beginTransaction({ readOnly: {} });
    await database.commit([set("a/x", { n: int(2) }), set("a/y", { n: int(2) })]);
    expect(await readNumber(database, "a/x", transaction)).to.equal(1);
    const { documents } = await database.runQuery(ROOT, query("a", 0), { transaction });
    expect(documents.map(({ fields }) => fields)).to.deep.equal([{ n: int(1) }]);
    await database.commit([], { transaction });
  });

  it("rejects writes", async () => {
    const { database } = createFixture();
    const transaction = database.beginTransaction({ readOnly: {} });
    await refusal("INVALID_ARGUMENT", database.commit([set("a/x", {})], { transaction }));
  });

  it("may start in the past", async () => {
    const { database } = createFixture();
    const { commitTime: readTime } = await database.commit([set("a/x", { n: int(1) })]);
    await database.commit([set("a/x", { n: int(2) })]);
    const transaction = database.beginTransaction({ readOnly: { readTime } });
    expect(await readNumber(database, "a/x", transaction)).to.equal(1);
  });
});
