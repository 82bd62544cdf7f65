// A query target. Without a limit it keeps no state: a document was in the result if its old
// version matched. With a limit it keeps all matching documents in order, so that the next one can
// take a free place at once.

import {
  compareDocuments,
  FirestoreError,
  matches,
  parseQuery,
  parseParentName,
  projectDocument,
  type Change,
  type Database,
  type Document,
  type Query,
  type StructuredQuery,
} from "../../engine/index.ts";
import type { Authorizer } from "../access/authorizer.ts";
import type { Caller } from "../access/caller.ts";
import { createPermission } from "./permission.ts";
import type { Target } from "./target.ts";

export function createQueryTarget(options: {
  database: Database;
  authorizer: Authorizer;
  caller: Caller;
  parent: string;
  structuredQuery: StructuredQuery;
}): Target {
  const { database, authorizer, caller, parent, structuredQuery } = options;
  if (parseParentName(parent).database !== database.name) {
    throw new FirestoreError("INVALID_ARGUMENT", `Parent "${parent}" lies in another database.`);
  }
  const query = parseQuery(parent, structuredQuery);
  if (query.findNearest) throw new FirestoreError("INVALID_ARGUMENT", "A vector search cannot be listened to.");
  const { select } = query;
  const isWhole = query.limit === undefined && query.offset === 0;
  const view = isWhole ? createWholeView(database, query) : createWindowView(database, query);
  const permission = createPermission((budget) =>
    authorizer.checkList(caller, database, parent, structuredQuery, budget),
  );
  return {
    read() {
      permission.check();
      return { documents: view.read(), missingNames: [] };
    },
    applyChanges: (changes) => view.applyChanges(changes),
    recheck: permission.recheck,
    project: select && ((document) => projectDocument(document, select)),
  };
}

interface View {
  read(): readonly Document[];
  applyChanges(changes: readonly Change[]): Map<string, boolean>;
}

function createWholeView(database: Database, query: Query): View {
  return {
    read: () => database.evaluate(query),
    applyChanges(changes) {
      const shown = new Map<string, boolean>();
      for (const { name, before, after } of changes) {
        if (after && matches(query, after)) shown.set(name, true);
        else if (before && matches(query, before)) shown.set(name, false);
      }
      return shown;
    },
  };
}

function createWindowView(database: Database, query: Query): View {
  const { limit = Infinity, offset, ...unlimited } = query;
  let matching: Document[] = [];

  const window = (): readonly Document[] => matching.slice(offset, offset + limit);

  /** The index of the document, or the index where it would be. The order is total. */
  function indexOf(document: Document): number {
    let low = 0;
    let high = matching.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = matching[middle];
      if (other && compareDocuments(query, other, document) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    read() {
      matching = database.evaluate({ ...unlimited, offset: 0 });
      return window();
    },
    applyChanges(changes) {
      const old = window();
      let didChange = false;
      for (const { before, after } of changes) {
        if (before && matches(query, before)) {
          matching.splice(indexOf(before), 1);
          didChange = true;
        }
        if (after && matches(query, after)) {
          matching.splice(indexOf(after), 0, after);
          didChange = true;
        }
      }
      return didChange ? compareWindows(old, window()) : new Map<string, boolean>();
    },
  };
}

function compareWindows(old: readonly Document[], current: readonly Document[]): Map<string, boolean> {
  const oldByName = new Map(old.map((document) => [document.name, document]));
  const shown = new Map<string, boolean>();
  for (const document of current) {
    if (oldByName.get(document.name)?.updateTime !== document.updateTime) shown.set(document.name, true);
    oldByName.delete(document.name);
  }
  for (const name of oldByName.keys()) shown.set(name, false);
  return shown;
}
