// What the functions need of Firestore, over its REST API. The Admin SDK can do everything, but to
// load it takes longer than to load all the rest: docs/decisions/0014.
import type { Connection } from "./connection.ts";
import { Reader, type ReadAnswer, type ReadMethod } from "./reader.ts";
import { runTransaction, type Transaction, type TransactionOptions } from "./transaction.ts";
import { encodeWrite, remove, type Write } from "./writes.ts";

const deletedAtOnce = 300;

export class Firestore extends Reader {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    super(connection.root);
    this.#connection = connection;
  }

  protected override async read(method: ReadMethod, body: object, parent?: string): Promise<readonly ReadAnswer[]> {
    return (await this.#connection.call(method, body, parent)) as ReadAnswer[];
  }

  /** All of the writes, or none. */
  async commit(...writes: readonly Write[]): Promise<void> {
    await this.#connection.call("commit", { writes: writes.map((write) => encodeWrite(write, this.#connection.root)) });
  }

  transact<T>(task: (transaction: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T> {
    return runTransaction(this.#connection, task, options);
  }

  /** Deletes every document below this one, at any depth, but not `kept`. */
  async deleteBelow(path: string, kept?: string): Promise<void> {
    for (;;) {
      const page = await this.find({ path, below: "everything", select: ["__name__"], limit: deletedAtOnce });
      const deleted = page.filter((document) => document.path !== kept);
      if (deleted.length > 0) await this.commit(...deleted.map((document) => remove(document.path)));
      if (page.length < deletedAtOnce) return;
    }
  }
}
