// Runs operations that need locks: at once if there is no conflict, otherwise in order of arrival.
// An operation waits for up to 2 s, and runs after the one that let it go has been answered. A
// deadlock aborts its youngest transaction at once.
import { FirestoreError } from "../values/errors.ts";
import type { Change } from "../storage/commit.ts";
import type { LockOwner, LockTable } from "./lock-table.ts";
import type { Defer, SetTimer } from "./set-timer.ts";

export const LOCK_WAIT_MS = 2000;

export interface LockRequest<T> {
  readonly owner: LockOwner;
  /** Names to read. Called again whenever a lock was released. */
  reads(): readonly string[];
  readonly writes: readonly string[];
  /** The changes that the writes would make, to compare them with locked queries. */
  changes(): readonly Change[];
  /** Runs synchronously, once there is no conflict. */
  run(): T;
  /** Called as soon as `run` is answered. Releases what the operation holds. */
  finish?(): void;
}

export interface LockQueue {
  runWithLocks<T>(request: LockRequest<T>): Promise<T>;
  /**
   * Rejects the owner's waiting operations, releases its locks and runs the operations that waited
   * for them.
   */
  releaseAll(owner: LockOwner, error: FirestoreError): void;
}

interface Waiting {
  readonly request: LockRequest<unknown>;
  readonly attempt: () => void;
  readonly fail: (error: FirestoreError) => void;
  cancelTimer: () => void;
}

export function createLockQueue(
  table: LockTable,
  { setTimer, defer = (callback) => callback() }: { readonly setTimer: SetTimer; readonly defer?: Defer | undefined },
  onAborted: (owner: LockOwner) => void,
): LockQueue {
  const queue: Waiting[] = [];
  let isWaking = false;
  let didRelease = false;

  /**
   * Readers wait for writers that came first. Otherwise a stream of readers could starve a writer.
   */
  const writersAhead = (request: LockRequest<unknown>, names: readonly string[]) => {
    const place = queue.findIndex((waiting) => waiting.request === request);
    const ahead = queue.slice(0, place < 0 ? queue.length : place).map((waiting) => waiting.request);
    const wanted = names.filter((name) => !table.holds(request.owner, name));
    return ahead
      .filter(({ owner, writes }) => owner !== request.owner && wanted.some((name) => writes.includes(name)))
      .map(({ owner }) => owner);
  };

  const blockers = (request: LockRequest<unknown>): LockOwner[] => {
    const { owner, writes } = request;
    const names = request.reads();
    return [
      ...table.readConflicts(owner, names),
      ...writersAhead(request, names),
      ...table.writeConflicts(owner, writes),
      ...(writes.length > 0 && table.hasQueries() ? table.queryConflicts(owner, request.changes()) : []),
    ];
  };

  const remove = (waiting: Waiting) => {
    waiting.cancelTimer();
    queue.splice(queue.indexOf(waiting), 1);
  };

  const wake = () => {
    didRelease = true;
    if (isWaking) return;
    isWaking = true;
    defer(() => {
      while (didRelease) {
        didRelease = false;
        for (const waiting of [...queue]) {
          if (!queue.includes(waiting) || blockers(waiting.request).length > 0) continue;
          remove(waiting);
          waiting.attempt();
        }
      }
      isWaking = false;
    });
  };

  /**
   * Rejects the waiting operations before it releases the locks, so that none of them runs without
   * its locks.
   */
  const releaseAll = (owner: LockOwner, error: FirestoreError) => {
    for (const waiting of queue.filter(({ request }) => request.owner === owner)) {
      remove(waiting);
      waiting.fail(error);
    }
    table.release(owner);
    wake();
  };

  const abort = (owner: LockOwner) => {
    releaseAll(owner, new FirestoreError("ABORTED", "Too much contention on these documents. Please try again."));
    onAborted(owner);
  };

  /** The owners in a cycle of waiting that contains `start`. */
  const findCycle = (start: LockOwner): LockOwner[] | undefined => {
    const seen = new Set<LockOwner>();
    const visit = (owner: LockOwner, path: readonly LockOwner[]): LockOwner[] | undefined => {
      for (const { request } of queue.filter((waiting) => waiting.request.owner === owner)) {
        for (const blocker of blockers(request)) {
          if (blocker === start) return [...path];
          if (seen.has(blocker)) continue;
          seen.add(blocker);
          const found = visit(blocker, [...path, blocker]);
          if (found) return found;
        }
      }
      return undefined;
    };
    return visit(start, [start]);
  };

  const breakDeadlocks = (waiting: Waiting) => {
    while (queue.includes(waiting)) {
      const cycle = findCycle(waiting.request.owner)?.filter(({ transaction }) => transaction !== undefined);
      const [youngest] = cycle?.toSorted((a, b) => b.age - a.age) ?? [];
      if (!youngest) return;
      abort(youngest);
    }
  };

  return {
    runWithLocks: <T>(request: LockRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        const attempt = () => {
          try {
            resolve(request.run());
          } catch (error) {
            reject(error as Error);
          } finally {
            request.finish?.();
          }
        };
        if (blockers(request).length === 0) {
          attempt();
          return;
        }
        const waiting: Waiting = { request, attempt, fail: reject, cancelTimer: () => {} };
        queue.push(waiting);
        waiting.cancelTimer = setTimer(() => {
          abort(request.owner);
        }, LOCK_WAIT_MS);
        breakDeadlocks(waiting);
      }),
    releaseAll,
  };
}
