// Commits writes. Once no lock conflicts, the commit is planned, authorized and applied in one
// synchronous step. A transaction ends with its commit, whether that succeeds or fails.
import { FirestoreError } from "../values/errors.ts";
import { parseWrite } from "./parse-write.ts";
import { planWrites, type PlannedChange } from "./plan-writes.ts";
import type { LockQueue } from "../transactions/lock-queue.ts";
import type { ParsedWrite } from "./parse-write.ts";
import type { Storage } from "../storage/storage.ts";
import type { Transaction, Transactions } from "../transactions/transactions.ts";
import type { CommitResult, Write } from "./write-messages.ts";

export interface CommitOptions {
  readonly transaction?: string | undefined;
  /** Called once with all planned changes and the commit time. If it throws, nothing changes. */
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
  const plan = (writes: readonly ParsedWrite[], at: string) => planWrites(writes, storage.current.get, at);

  /**
   * Only to find conflicts with locked queries. A plan that fails now is made again when the commit
   * runs.
   */
  const planForLocks = (writes: readonly ParsedWrite[]) => {
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
      // Ends the transaction in the same step as the commit, not after an await. Otherwise the next
      // caller could meet its stale locks.
      const finish = () => transaction && transactions.end(transaction.id);
      let parsed: readonly ParsedWrite[];
      try {
        parsed = parse(writes, transaction);
      } catch (error) {
        finish();
        throw error;
      }
      return locks.runWithLocks({
        owner: transaction?.owner ?? transactions.commitOwner(),
        reads: () => [],
        writes: parsed.map(({ name }) => name),
        changes: () => planForLocks(parsed),
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
