// The lifecycle of transactions. A transaction that is idle for 60 s expires, so that a lost client
// cannot keep its locks.
import { encodeBase64, normalizeBase64 } from "../values/base64.ts";
import { FirestoreError } from "../values/errors.ts";
import type { LockOwner } from "./lock-table.ts";
import type { SetTimer } from "./set-timer.ts";

export const IDLE_TRANSACTION_MS = 60_000;
/**
 * How many ended transactions to remember. This tells "expired" from "unknown", and keeps the age
 * of a retried transaction.
 */
const REMEMBERED = 1000;

export interface TransactionOptions {
  readonly readOnly?: { readonly readTime?: string | undefined } | undefined;
  readonly retryTransaction?: string | undefined;
}

export interface Transaction {
  readonly id: string;
  readonly owner: LockOwner;
  /** Read-only transactions read at this time and lock nothing. */
  readonly readTime?: string;
}

export interface Transactions {
  /** `readTime`: for read-only transactions. */
  begin(options: TransactionOptions, readTime: string | undefined): string;
  /** Also postpones the expiry. */
  use(id: string): Transaction;
  /** Does nothing if the transaction has ended. */
  end(id: string): void;
  /** Like `end`, but rejects an id that never belonged to a transaction. */
  rollback(id: string): void;
  endAll(): void;
  /** The owner of a commit outside any transaction. */
  commitOwner(): LockOwner;
}

/** `onEnded` releases the locks. */
export function createTransactions(
  { newId, setTimer }: { newId(): string; readonly setTimer: SetTimer },
  onEnded: (owner: LockOwner, error: FirestoreError) => void,
): Transactions {
  const open = new Map<string, { transaction: Transaction; cancelTimer: () => void }>();
  const ended = new Map<string, LockOwner>();
  let lastAge = 0;

  const expireLater = (id: string) => setTimer(() => end(id), IDLE_TRANSACTION_MS);

  const end = (id: string) => {
    const found = open.get(id);
    if (!found) return;
    found.cancelTimer();
    open.delete(id);
    ended.set(id, found.transaction.owner);
    const [oldest] = ended.keys();
    if (ended.size > REMEMBERED && oldest !== undefined) ended.delete(oldest);
    onEnded(found.transaction.owner, expired());
  };

  return {
    begin({ retryTransaction }, readTime) {
      const id = encodeBase64(newId());
      const earlier = retryTransaction ? normalizeBase64(retryTransaction) : undefined;
      if (earlier !== undefined) end(earlier);
      const age = (earlier !== undefined && ended.get(earlier)?.age) || (lastAge += 1);
      const owner = { transaction: id, age, isExclusive: earlier !== undefined };
      const transaction = { id, owner, ...(readTime === undefined ? {} : { readTime }) };
      open.set(id, { transaction, cancelTimer: expireLater(id) });
      return id;
    },
    use(id) {
      const key = normalizeBase64(id);
      const found = open.get(key);
      if (!found) throw ended.has(key) ? expired() : unknown();
      found.cancelTimer();
      found.cancelTimer = expireLater(key);
      return found.transaction;
    },
    end,
    rollback(id) {
      const key = normalizeBase64(id);
      if (!open.has(key) && !ended.has(key)) throw unknown();
      end(key);
    },
    endAll: () => [...open.keys()].forEach(end),
    commitOwner: () => ({ age: (lastAge += 1), isExclusive: false }),
  };
}

function expired(): FirestoreError {
  return new FirestoreError("ABORTED", "The referenced transaction has expired or is no longer valid.");
}

function unknown(): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", "Invalid transaction.");
}
