// get(), exists(), getAfter() and existsAfter(). One decision may fetch 10 different documents.
// Decisions with a shared budget are also limited by that budget. Fetching the same document again
// is free.
import type { AccessBudget, Lookup } from "./request.ts";
import { LimitError, RuleError } from "../values/rule-error.ts";
import type { Host } from "../library/types.ts";
import { fromDocument } from "../values/from-document.ts";
import type { Path } from "../values/values.ts";

const MAX_FETCHES = 10;

export function createFetch(lookup: Lookup, budget: AccessBudget, database: string): Host["fetch"] {
  const own = new Set<string>();
  return (path, moment) => {
    const relative = relativePath(path, database);
    const key = `${moment}:${relative}`;
    own.add(key);
    if (!budget.fetched.has(key)) {
      if (budget.fetched.size >= budget.limit) throw new LimitError(`more than ${budget.limit} documents were fetched`);
      budget.fetched.set(key, moment === "before" ? lookup.get(relative) : lookup.getAfter(relative));
    }
    if (own.size > MAX_FETCHES) throw new LimitError(`more than ${MAX_FETCHES} documents were fetched`);
    const document = budget.fetched.get(key);
    return document ? fromDocument(document) : null;
  };
}

function relativePath({ segments }: Path, database: string): string {
  if (!segments.every((segment) => typeof segment === "string")) throw new RuleError("the path is not fully known");
  const [root, name, documents, ...rest] = segments;
  if (root !== "databases" || documents !== "documents") {
    throw new RuleError("a document is fetched as /databases/$(database)/documents/...");
  }
  if (name !== database) throw new RuleError("only documents of the same database can be fetched");
  if (rest.length === 0 || rest.length % 2 !== 0) throw new RuleError("the path is not the path of a document");
  return rest.join("/");
}
