// Commits writes. A request that is invalid by itself fails at once and changes nothing, not even
// its transaction. Once no lock conflicts, the commit is planned, authorized and applied in one
// synchronous step. The transaction ends with that step, whether it succeeds or fails.
import { FirestoreError } from "../values/errors.ts";
import { checkSequence } from "./check-sequence.ts";
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

  const apply = (writes: readonly ParsedWrite[], { authorize }: CommitOptions): CommitResult => {
    const commitTime = storage.nextCommitTime();
    const { planned, writeResults, changes, fault } = plan(writes, commitTime);
    authorize?.(planned, commitTime);
    if (fault) throw fault;
    storage.apply(changes, commitTime);
    return { writeResults, commitTime };
  };

  const parse = (writes: readonly Write[], transaction: Transaction | undefined) => {
    if (transaction?.readTime && writes.length > 0) {
      throw new FirestoreError("INVALID_ARGUMENT", "Cannot modify entities in a read-only transaction.");
    }
    const parsed = writes.map((write) => parseWrite(write, database));
    checkSequence(parsed);
    return parsed;
  };

  return {
    async commit(writes, options) {
      const transaction = options.transaction ? transactions.use(options.transaction) : undefined;
      const parsed = parse(writes, transaction);
      return locks.runWithLocks({
        owner: transaction?.owner ?? transactions.commitOwner(),
        reads: () => [],
        writes: parsed.map(({ name }) => name),
        // Made again when the commit runs. Here it only shows conflicts with locked queries.
        changes: () => plan(parsed, storage.readTime()).changes,
        run: () => apply(parsed, options),
        // In the same step as the commit, not after an await. Otherwise the next caller could meet
        // its stale locks.
        finish: () => transaction && transactions.end(transaction.id),
      });
    },
  };
}
