// Runs the transactions of one room one at a time within this instance. Firestore would serialize
// them too, but by lock waits and aborts. Few instances of a function run, so this avoids most of
// those.
import { ApiError } from "../api-error.ts";
import { FirestoreError } from "../firestore/connection.ts";
import type { Firestore } from "../firestore/firestore.ts";
import type { Transaction } from "../firestore/transaction.ts";

const last = new Map<string, Promise<unknown>>();

export async function runInTurn<T>(room: string, task: () => Promise<T>): Promise<T> {
  const before = last.get(room) ?? Promise.resolve();
  const turn = before.then(task);
  // The next task waits until this one ends, whether or not it succeeds.
  const end = turn.catch(() => undefined);
  last.set(room, end);
  try {
    return await turn;
  } finally {
    if (last.get(room) === end) {
      last.delete(room);
    }
  }
}

/** More contention than this is a flood. The delay grows before each attempt. */
const maxAttempts = 8;

/** Runs a transaction. Rejects with `rate-limited` if too many contend for one room. */
export async function transact<T>(firestore: Firestore, task: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    return await firestore.transact(task, { maxAttempts });
  } catch (error) {
    if (error instanceof FirestoreError && error.code === "ABORTED") {
      throw new ApiError("rate-limited", "Too many people are asking for this room at this moment.", 1);
    }
    throw error;
  }
}
