// A commit: planned, authorised and applied in one synchronous step once no lock is in the way. Whatever comes of it, its
// transaction is over.
import { FirestoreError } from "../values/errors.ts";
import { parseWrite } from "./parse-write.ts";
import { planWrites, type PlannedChange } from "./plan-writes.ts";
import type { LockQueue } from "../transactions/lock-queue.ts";
import type { ParsedWrite } from "./parse-write.ts";
import type { Storage } from "../storage/storage.ts";
import type { Transaction, Transactions } from "../transactions/transactions.ts";
import type { CommitResult, Write } from "./write-protocol.ts";

export interface CommitOptions {
  readonly transaction?: string | undefined;
  /** Called once with everything planned and the instant of the commit; a throw leaves nothing changed. */
  readonly authorize?: ((changes: readonly PlannedChange[], at: string) => void) | undefined;
}

export interface Committer {
  commit(writes: readonly Write[], options: CommitOptions): Promise<CommitResult>;
}

export function createCommitter(
  database: string,
  storage: Storage,
  locks: LockQueue,
  transactions: Transactions,
): Committer {
  const plan = (writes: readonly ParsedWrite[], at: string) => planWrites(writes, storage.present.get, at);

  /** For the locks of queries only: a plan that fails now fails again, or not, when its turn comes. */
  const foresee = (writes: readonly ParsedWrite[]) => {
    try {
      return plan(writes, storage.readTime()).changes;
    } catch {
      return [];
    }
  };

  const apply = (writes: readonly ParsedWrite[], { authorize }: CommitOptions): CommitResult => {
    const commitTime = storage.nextCommitTime();
    const { planned, writeResults, changes } = plan(writes, commitTime);
    authorize?.(planned, commitTime);
    storage.apply(changes, commitTime);
    return { writeResults, commitTime };
  };

  const parse = (writes: readonly Write[], transaction: Transaction | undefined) => {
    if (transaction?.readTime && writes.length > 0) {
      throw new FirestoreError("INVALID_ARGUMENT", "Cannot modify entities in a read-only transaction.");
    }
    return writes.map((write) => parseWrite(write, database));
  };

  return {
    async commit(writes, options) {
      const transaction = options.transaction ? transactions.use(options.transaction) : undefined;
      // Synchronously with the commit, not after an await: the next caller must not meet locks of the past.
      const finish = () => transaction && transactions.end(transaction.id);
      let parsed: readonly ParsedWrite[];
      try {
        parsed = parse(writes, transaction);
      } catch (error) {
        finish();
        throw error;
      }
      return locks.enter({
        owner: transaction?.owner ?? transactions.single(),
        reads: () => [],
        writes: parsed.map(({ name }) => name),
        changes: () => foresee(parsed),
        run() {
          try {
            return apply(parsed, options);
          } finally {
            finish();
          }
        },
      });
    },
  };
}
