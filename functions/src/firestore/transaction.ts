// Transactions. Firestore locks what they read until they end, so what they decide is still true
// when they write. The first read begins the transaction.
// https://firebase.google.com/docs/firestore/transaction-data-contention
import { setTimeout } from "node:timers/promises";
import { FirestoreError, type Connection } from "./connection.ts";
import { Reader, type ReadAnswer, type ReadMethod } from "./reader.ts";
import { encodeWrite, type Write } from "./writes.ts";

export interface TransactionOptions {
  /** Locks nothing, and sees one moment. */
  readonly isReadOnly?: boolean;
  readonly maxAttempts?: number;
}

const firstDelayMs = 100;
const retriedCodes = [
  "ABORTED",
  "CANCELLED",
  "UNKNOWN",
  "DEADLINE_EXCEEDED",
  "INTERNAL",
  "UNAVAILABLE",
  "UNAUTHENTICATED",
  "RESOURCE_EXHAUSTED",
];

/** Reads, then writes. Reads take turns, because the first one begins the transaction. */
export class Transaction extends Reader {
  readonly #connection: Connection;
  readonly #begin: object;
  readonly #writes: Write[] = [];
  #id: string | undefined;
  #lastRead: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, begin: object) {
    super(connection.root);
    this.#connection = connection;
    this.#begin = begin;
  }

  get id(): string | undefined {
    return this.#id;
  }

  protected override read(method: ReadMethod, body: object, parent?: string): Promise<readonly ReadAnswer[]> {
    const read = this.#lastRead.then(async () => {
      const selector = this.#id === undefined ? { newTransaction: this.#begin } : { transaction: this.#id };
      const answers = (await this.#connection.call(method, { ...body, ...selector }, parent)) as ReadAnswer[];
      this.#id ??= answers.find(({ transaction }) => transaction)?.transaction;
      return answers;
    });
    this.#lastRead = read.catch(() => undefined);
    return read;
  }

  /** The writes are done together when the task has ended. */
  write(...writes: readonly Write[]): void {
    this.#writes.push(...writes);
  }

  async commit(): Promise<void> {
    const writes = this.#writes.map((write) => encodeWrite(write, this.#connection.root));
    await this.#connection.call("commit", { writes, ...(this.#id !== undefined && { transaction: this.#id }) });
  }

  /** Ends its locks at once. Without it they end by themselves, after a while. */
  rollBack(): void {
    if (this.#id === undefined) return;
    this.#connection.call("rollback", { transaction: this.#id }).catch(() => undefined);
  }
}

/** Runs the task again if others were faster, up to `maxAttempts` times. */
export async function runTransaction<T>(
  connection: Connection,
  task: (transaction: Transaction) => Promise<T>,
  { isReadOnly = false, maxAttempts = 5 }: TransactionOptions = {},
): Promise<T> {
  if (isReadOnly) return task(new Transaction(connection, { readOnly: {} }));
  let retryTransaction: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const transaction = new Transaction(connection, { readWrite: { retryTransaction } });
    try {
      const result = await task(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      transaction.rollBack();
      if (attempt === maxAttempts || !isRetried(error)) throw error;
      retryTransaction = transaction.id;
      await setTimeout(firstDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

function isRetried(error: unknown): boolean {
  if (!(error instanceof FirestoreError)) return false;
  return (
    retriedCodes.includes(error.code) ||
    (error.code === "INVALID_ARGUMENT" && error.message.includes("transaction has expired"))
  );
}
