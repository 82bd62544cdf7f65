// Runs the transactions of one room one at a time within this instance. Firestore would serialize
// them too, but by lock waits and aborts. Few instances of a function run, so this avoids most of
// those.
import type { Firestore, Transaction } from "firebase-admin/firestore";
import { ApiError } from "../api-error.ts";

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

/** More contention than this is a flood. Firestore increases the delay before each attempt. */
const maxAttempts = 8;
const grpcAborted = 10;

/** Runs a transaction. Rejects with `rate-limited` if too many contend for one room. */
export async function transact<T>(firestore: Firestore, task: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    return await firestore.runTransaction(task, { maxAttempts });
  } catch (error) {
    if ((error as { code?: unknown }).code === grpcAborted) {
      throw new ApiError("rate-limited", "Too many people are asking for this room at this moment.", 1);
    }
    throw error;
  }
}
