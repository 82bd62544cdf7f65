// Transactions over one room, one at a time within this instance. Firestore would order them too, but by making each wait for
// the others' locks and fail; instances of a function are few, so most of that never happens.
import type { Firestore, Transaction } from "firebase-admin/firestore";
import { ApiError } from "../api-error.ts";

const last = new Map<string, Promise<unknown>>();

export async function inTurn<T>(room: string, task: () => Promise<T>): Promise<T> {
  const before = last.get(room) ?? Promise.resolve();
  const turn = before.then(task);
  // The next one waits for the end of this one, not for its success.
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

/** Contention beyond this is a flood. Firestore waits longer before each. */
const maxAttempts = 8;
const grpcAborted = 10;

/** A transaction; rejects with `rate-limited` when too many of them meet at one room. */
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
