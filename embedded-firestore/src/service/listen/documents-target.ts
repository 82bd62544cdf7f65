// A documents target: it names its documents. Each change of a document is checked against the
// rules again, because the permission often depends on the document's content. A deletion shows no
// content. So it is sent first, and checked after.

import { FirestoreError, parseDocumentName, type Change, type Database, type Document } from "../../engine/index.ts";
import type { Authorizer } from "../access/authorizer.ts";
import type { Caller } from "../access/caller.ts";
import { createPermission, type Permission } from "./permission.ts";
import type { Target } from "./target.ts";

export function createDocumentsTarget(options: {
  database: Database;
  authorizer: Authorizer;
  caller: Caller;
  names: readonly string[];
}): Target {
  const { database, authorizer, caller } = options;
  const names = new Set(options.names);
  for (const name of names) {
    if (parseDocumentName(name).database !== database.name) {
      throw new FirestoreError("INVALID_ARGUMENT", `Document "${name}" lies in another database.`);
    }
  }
  const permissionFor = (name: string): Permission =>
    createPermission((budget) => authorizer.checkGet(caller, database, { name, document: database.get(name) }, budget));
  const permissions = new Map([...names].map((name) => [name, permissionFor(name)]));
  return {
    read() {
      const documents: Document[] = [];
      const missingNames: string[] = [];
      for (const name of names) {
        const document = database.get(name);
        permissions.get(name)?.check();
        if (document) documents.push(document);
        else missingNames.push(name);
      }
      return { documents, missingNames };
    },
    applyChanges(changes: readonly Change[]) {
      const shown = new Map<string, boolean>();
      for (const { name, after } of changes) {
        if (!names.has(name)) continue;
        if (after) permissions.get(name)?.check();
        shown.set(name, after !== undefined);
      }
      return shown;
    },
    recheck(changes) {
      const deleted = new Set(changes.filter(({ after }) => !after).map(({ name }) => name));
      for (const [name, permission] of permissions) {
        if (deleted.has(name)) permission.check();
        else permission.recheck(changes);
      }
    },
  };
}
