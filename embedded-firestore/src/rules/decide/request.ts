// The input and output of a decision. Independent of the transports: the service fills these in.
import type { Document } from "../../engine/index.ts";
import type { QueryFacts } from "../query/query-facts.ts";
import type { Method } from "../syntax/ast.ts";

export interface RulesRequest {
  readonly method: Method;
  /** The database id, usually `(default)`. */
  readonly database: string;
  /**
   * The path of the document, relative to the root: `rooms/abc/users/x`. For `list`, the path of
   * the collection: `rooms/abc/users`. For a collection group, the parent document (empty at the
   * root) and then the collection id.
   */
  readonly path: string;
  /** Without `uid`, reading `request.auth.uid` is an error. */
  readonly auth: { readonly uid?: string; readonly token: Readonly<Record<string, unknown>> } | null;
  /** RFC 3339. Equals the value that `serverTimestamp` stores in this request. */
  readonly time: string;
  /** The stored document: before the write, or the one being read. */
  readonly resource?: Document | undefined;
  /** The whole document after the write and its transforms (create and update). */
  readonly requestResource?: Document | undefined;
  /**
   * For `list`: the client's `StructuredQuery` in ProtoJSON. Absent: a plain listing of the
   * collection.
   */
  readonly query?: QueryFacts | undefined;
}

/**
 * Documents by path, relative to the root. `getAfter` sees the whole batch. For reads it is the
 * same as `get`.
 */
export interface Lookup {
  get(path: string): Document | undefined;
  getAfter(path: string): Document | undefined;
}

/**
 * Counts the documents that rules fetch. A single-document request or a query has its own budget.
 * All writes of a batch share one: `createAccessBudget(20)`. In addition, each decision may fetch
 * 10.
 */
export interface AccessBudget {
  readonly limit: number;
  readonly fetched: Map<string, Document | undefined>;
}

export function createAccessBudget(limit: 10 | 20 = 10): AccessBudget {
  return { limit, fetched: new Map() };
}

/** Whether the rules have read the document at that path, even if it does not exist. */
export function hasFetched({ fetched }: AccessBudget, path: string): boolean {
  return fetched.size > 0 && (fetched.has(`before:${path}`) || fetched.has(`after:${path}`));
}

/** The paths of the documents that the rules have read. */
export function listFetched({ fetched }: AccessBudget): ReadonlySet<string> {
  return new Set([...fetched.keys()].map((key) => key.slice(key.indexOf(":") + 1)));
}

export type Decision =
  | {
      readonly isAllowed: true;
      /** The line of the allow statement that granted access. */
      readonly line: number;
    }
  | {
      readonly isAllowed: false;
      /** The allow statements that were evaluated, and their results. */
      readonly explanation: string;
    };

export interface RulesOptions {
  /** Receives the output of `debug(...)` in the rules. */
  readonly onDebug?: (text: string) => void;
}
