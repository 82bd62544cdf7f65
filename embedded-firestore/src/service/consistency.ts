// Reads in a transaction, in a transaction that starts with this read, at a given time, or now.

import type { Database, ReadOptions, TransactionOptions } from "../engine/index.ts";
import type { Consistency, TransactionOptionsMessage } from "./protocol/messages.ts";

export function transactionOptionsOf({ readOnly, readWrite }: TransactionOptionsMessage): TransactionOptions {
  return { readOnly, retryTransaction: readWrite?.retryTransaction };
}

/**
 * Rolls back the new transaction if the read fails. The client never learns its id, so its locks
 * would stay.
 */
export async function readConsistently<T>(
  database: Database,
  { transaction, newTransaction, readTime }: Consistency,
  read: (options: ReadOptions) => Promise<T>,
): Promise<{ result: T; transaction?: string }> {
  if (!newTransaction) return { result: await read({ transaction, readTime }) };
  const begun = database.beginTransaction(transactionOptionsOf(newTransaction));
  try {
    return { result: await read({ transaction: begun }), transaction: begun };
  } catch (error) {
    database.rollback(begun);
    throw error;
  }
}
