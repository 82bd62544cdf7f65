// What goes into a decision and what comes out. Nothing here refers to a transport: the service fills these in.
import type { Document } from "../../engine/index.ts";
import type { QueryFacts } from "../query/query-facts.ts";
import type { Method } from "../syntax/ast.ts";

export interface RulesRequest {
  readonly method: Method;
  /** The database id, `(default)` as a rule. */
  readonly database: string;
  /**
   * The document, relative to the database's documents: `rooms/abc/users/x`. For `list` the collection: `rooms/abc/users`;
   * for a collection group the parent document (nothing at the root) followed by the collection id.
   */
  readonly path: string;
  readonly auth: { readonly uid: string; readonly token: Readonly<Record<string, unknown>> } | null;
  /** RFC 3339; equals what `serverTimestamp` stores in this request. */
  readonly time: string;
  /** The stored document: before the write, or the one read. */
  readonly resource?: Document | undefined;
  /** The whole document after the write and its transforms (create and update). */
  readonly requestResource?: Document | undefined;
  /** For `list`: the ProtoJSON `StructuredQuery` as it came in. Missing means a plain listing of the collection. */
  readonly query?: QueryFacts | undefined;
}

/** Documents by path relative to the database's documents. `getAfter` sees the whole batch; for reads it equals `get`. */
export interface Lookup {
  get(path: string): Document | undefined;
  getAfter(path: string): Document | undefined;
}

/**
 * Counts the documents that rules fetch. One for each single-document or query request, or one shared by all the writes of
 * a batch: `createAccessBudget(20)`. Each decision on its own may fetch 10.
 */
export interface AccessBudget {
  readonly limit: number;
  readonly fetched: Map<string, Document | undefined>;
}

export function createAccessBudget(limit: 10 | 20 = 10): AccessBudget {
  return { limit, fetched: new Map() };
}

/** Whether the rules have looked at the document of that path, be it there or not. */
export function hasFetched({ fetched }: AccessBudget, path: string): boolean {
  return fetched.size > 0 && (fetched.has(`before:${path}`) || fetched.has(`after:${path}`));
}

export type Decision =
  | { readonly isAllowed: true; /** The line of the allow that granted. */ readonly line: number }
  | {
      readonly isAllowed: false;
      /** Which allow lines were tried, and what each evaluated to. */ readonly explanation: string;
    };

export interface RulesOptions {
  /** Receives what `debug(...)` in the rules prints. */
  readonly onDebug?: (text: string) => void;
}
