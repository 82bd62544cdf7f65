// Reads inside a transaction, in one that begins with this read, at an instant, or in the present.

import type { Database, ReadOptions, TransactionOptions } from "../engine/index.ts";
import type { Consistency, TransactionOptionsMessage } from "./messages.ts";

export function transactionOptionsOf({ readOnly, readWrite }: TransactionOptionsMessage): TransactionOptions {
  return { readOnly, retryTransaction: readWrite?.retryTransaction };
}

/** Rolls the new transaction back when the read fails: the caller never learns its id, and its locks would linger. */
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
