// Checks each read, query and write against the rules. Fails closed: without rules there is no
// access.

import { FirestoreError, relativePath, type Database, type Document, type PlannedChange } from "../../engine/index.ts";
import {
  createAccessBudget,
  listFetched,
  type AccessBudget,
  type Decision,
  type Lookup,
  type Method,
  type QueryFacts,
  type RulesRequest,
  type Ruleset,
} from "../../rules/index.ts";
import type { Caller } from "./caller.ts";
import type { Denial } from "./denial.ts";
import type { Reads } from "./reads.ts";

/** Each check throws PERMISSION_DENIED or returns. */
export interface Authorizer {
  checkGet(
    caller: Caller,
    database: Database,
    read: { name: string; document: Document | undefined },
    budget?: AccessBudget,
  ): void;
  checkList(caller: Caller, database: Database, parent: string, query: QueryFacts, budget?: AccessBudget): void;
  /** One denial rejects the whole commit. `time` is the commit time. */
  checkWrites(caller: Caller, database: Database, changes: readonly PlannedChange[], time: string): void;
  /** For methods that rules do not cover. */
  checkAdmin(caller: Caller, action: string): void;
}

const noRules: Decision = {
  isAllowed: false,
  explanation: "there are no rules: only the administrator may read and write",
};

export function createAuthorizer(options: {
  rulesetOf(project: string): Ruleset | undefined;
  onDenied(denial: Denial): void;
  reads: Reads;
}): Authorizer {
  function ask(
    caller: Caller,
    database: Database,
    request: Omit<RulesRequest, "database" | "auth">,
    lookup: Lookup,
    budget: AccessBudget = createAccessBudget(),
  ): void {
    if (caller.isAdmin) return;
    const fetchedBefore = listFetched(budget);
    const [, project = "", , databaseId = ""] = database.name.split("/");
    const { auth } = caller;
    const decision =
      options.rulesetOf(project)?.decide({ ...request, database: databaseId, auth }, lookup, budget) ?? noRules;
    const fetched = [...listFetched(budget)].filter((path) => !fetchedBefore.has(path));
    options.reads.count(caller, database, "rules", fetched);
    if (decision.isAllowed) return;
    const { method, path, time } = request;
    const { explanation } = decision;
    options.onDenied({ project, method, path, uid: auth && (auth.uid ?? ""), time, explanation });
    throw new FirestoreError("PERMISSION_DENIED", `Missing or insufficient permissions.\n${explanation}`);
  }

  return {
    checkGet(caller, database, { name, document }, budget) {
      // Uses the current time even if the read is at an earlier time: an expired permission must
      // not grant access to old data.
      const time = database.readTime();
      const request = { method: "get", path: relativePath(name), time, resource: document } as const;
      ask(caller, database, request, presentOf(database), budget);
    },
    checkList(caller, database, parent, query, budget) {
      const path = [relativePath(parent), query.from?.[0]?.collectionId ?? ""].filter((part) => part !== "").join("/");
      ask(caller, database, { method: "list", path, time: database.readTime(), query }, presentOf(database), budget);
    },
    checkWrites(caller, database, changes, time) {
      if (caller.isAdmin) return;
      const lookup = lookupAround(database, changes);
      const budget = createAccessBudget(changes.length > 1 ? 20 : 10);
      for (const { name, kind, before, after } of changes) {
        const method: Method = kind === "verify" ? "get" : kind;
        const request = { method, path: relativePath(name), time, resource: before, requestResource: after };
        ask(caller, database, request, lookup, budget);
      }
    },
    checkAdmin(caller, action) {
      if (caller.isAdmin) return;
      throw new FirestoreError(
        "PERMISSION_DENIED",
        `Missing or insufficient permissions: only the administrator may ${action}.`,
      );
    },
  };
}

function presentOf(database: Database): Lookup {
  const get = (path: string): Document | undefined => database.get(`${database.name}/documents/${path}`);
  return { get, getAfter: get };
}

/** `get` sees the documents before the batch, `getAfter` after it. */
function lookupAround(database: Database, changes: readonly PlannedChange[]): Lookup {
  const { get } = presentOf(database);
  const afterwards = new Map<string, Document | undefined>();
  for (const { name, kind, after } of changes) {
    if (kind !== "verify") afterwards.set(relativePath(name), after);
  }
  return { get, getAfter: (path) => (afterwards.has(path) ? afterwards.get(path) : get(path)) };
}
