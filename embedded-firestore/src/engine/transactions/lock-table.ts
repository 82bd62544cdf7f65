// Which transaction has locked what. Reads share their locks. Writes are exclusive, and so are the
// reads of a retried transaction. A query locks its result and its condition, so that no other
// transaction can add a document to the result.
import { matches } from "../queries/match.ts";
import { lastSegment, parentName } from "../values/resource-name.ts";
import type { Change } from "../storage/commit.ts";
import type { Query } from "../queries/query.ts";

/** A transaction, or a commit outside any transaction. Only transactions hold locks. */
export interface LockOwner {
  /** Absent: a commit outside any transaction. */
  readonly transaction?: string;
  /**
   * Smaller is older. A retried transaction keeps its first age, so that it eventually becomes the
   * oldest.
   */
  readonly age: number;
  /**
   * Set for a retry: its reads are exclusive, so that competing transactions queue instead of
   * colliding again.
   */
  readonly isExclusive: boolean;
}

export interface LockTable {
  lock(owner: LockOwner, names: Iterable<string>, query?: Query): void;
  release(owner: LockOwner): void;
  holds(owner: LockOwner, name: string): boolean;
  hasQueries(): boolean;
  readConflicts(owner: LockOwner, names: Iterable<string>): LockOwner[];
  writeConflicts(owner: LockOwner, names: Iterable<string>): LockOwner[];
  /** The owners of queries whose result would change. */
  queryConflicts(owner: LockOwner, changes: readonly Change[]): LockOwner[];
}

export function createLockTable(): LockTable {
  const holders = new Map<string, Set<LockOwner>>();
  const held = new Map<LockOwner, { names: Set<string>; queries: Query[] }>();
  /** By collection id. The empty id holds the queries on any collection. */
  const queries = new Map<string, Map<Query, LockOwner>>();

  const othersHolding = (owner: LockOwner, names: Iterable<string>) =>
    [...names].flatMap((name) => [...(holders.get(name) ?? [])].filter((holder) => holder !== owner));

  const isTouched = (query: Query, { before, after }: Change) =>
    (before !== undefined && matches(query, before)) || (after !== undefined && matches(query, after));

  return {
    lock(owner, names, query) {
      const mine = held.get(owner) ?? { names: new Set(), queries: [] };
      held.set(owner, mine);
      for (const name of names) {
        mine.names.add(name);
        holders.set(name, (holders.get(name) ?? new Set()).add(owner));
      }
      if (!query) return;
      const key = query.collectionId ?? "";
      mine.queries.push(query);
      queries.set(key, (queries.get(key) ?? new Map()).set(query, owner));
    },
    release(owner) {
      const mine = held.get(owner);
      held.delete(owner);
      for (const name of mine?.names ?? []) {
        const others = holders.get(name);
        others?.delete(owner);
        if (others?.size === 0) holders.delete(name);
      }
      for (const query of mine?.queries ?? []) {
        const key = query.collectionId ?? "";
        queries.get(key)?.delete(query);
        if (queries.get(key)?.size === 0) queries.delete(key);
      }
    },
    holds: (owner, name) => holders.get(name)?.has(owner) ?? false,
    hasQueries: () => queries.size > 0,
    readConflicts: (owner, names) =>
      othersHolding(owner, names).filter((holder) => holder.isExclusive || owner.isExclusive),
    writeConflicts: othersHolding,
    queryConflicts: (owner, changes) =>
      changes.flatMap((change) => {
        const locks = [lastSegment(parentName(change.name)), ""].flatMap((key) => [...(queries.get(key) ?? [])]);
        return locks.filter(([query, other]) => other !== owner && isTouched(query, change)).map(([, other]) => other);
      }),
  };
}
