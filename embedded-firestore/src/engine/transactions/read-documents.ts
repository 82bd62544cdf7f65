// Chooses the snapshot for a read: current, at an earlier time, or that of a transaction. In a
// read-write transaction, a read first locks the documents that it reads.
import { evaluateQuery } from "../queries/evaluate-query.ts";
import type { ReadOptions } from "../queries/read-options.ts";
import type { LockQueue } from "./lock-queue.ts";
import type { LockTable } from "./lock-table.ts";
import type { Query } from "../queries/query.ts";
import type { Snapshot } from "../storage/snapshot.ts";
import type { Storage } from "../storage/storage.ts";
import type { Transactions } from "./transactions.ts";

type Read<T> = (snapshot: Snapshot, readTime: string) => T;

export interface Reader {
  readDocuments<T>(names: readonly string[], options: ReadOptions, read: Read<T>): Promise<T>;
  readQuery<T>(query: Query, options: ReadOptions, read: Read<T>): Promise<T>;
}

export function createReader(storage: Storage, table: LockTable, locks: LockQueue, transactions: Transactions): Reader {
  const readLocked = <T>(id: string, names: () => readonly string[], query: Query | undefined, read: Read<T>) => {
    const { owner, readTime } = transactions.use(id);
    if (readTime !== undefined) return readAt(readTime, read);
    return locks.runWithLocks({
      owner,
      reads: names,
      writes: [],
      changes: () => [],
      run() {
        table.lock(owner, names(), query);
        return read(storage.current, storage.readTime());
      },
    });
  };

  const readAt = <T>(instant: string, read: Read<T>): T => {
    const { snapshot, readTime } = storage.snapshotAt(instant);
    return read(snapshot, readTime);
  };

  const readAny = async <T>(
    { transaction, readTime }: ReadOptions,
    names: () => readonly string[],
    query: Query | undefined,
    read: Read<T>,
  ): Promise<T> => {
    if (transaction) return readLocked(transaction, names, query, read);
    return readTime ? readAt(readTime, read) : read(storage.current, storage.readTime());
  };

  return {
    readDocuments: (names, options, read) => readAny(options, () => names, undefined, read),
    readQuery(query, options, read) {
      const resultNames = () => evaluateQuery(query, storage.current).documents.map(({ name }) => name);
      return readAny(options, resultNames, query, read);
    },
  };
}
