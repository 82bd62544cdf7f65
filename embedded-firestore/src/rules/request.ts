// What goes into a decision and what comes out. Nothing here refers to a transport: the service fills these in.
import type { Document, Value } from "../engine/index.ts";

export type Method = "get" | "list" | "create" | "update" | "delete";

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

/** The parts of a ProtoJSON `StructuredQuery` that rules may know. */
export interface QueryFacts {
  readonly from?: readonly { readonly collectionId?: string; readonly allDescendants?: boolean }[];
  readonly where?: QueryFilter;
  readonly orderBy?: readonly { readonly field?: { readonly fieldPath?: string }; readonly direction?: string }[];
  readonly limit?: number | { readonly value?: number } | null;
  readonly offset?: number;
}

export interface QueryFilter {
  readonly compositeFilter?: { readonly op?: string; readonly filters?: readonly QueryFilter[] };
  readonly fieldFilter?: {
    readonly field?: { readonly fieldPath?: string };
    readonly op?: string;
    readonly value?: Value;
  };
  readonly unaryFilter?: { readonly field?: { readonly fieldPath?: string }; readonly op?: string };
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

/** How often one expression was reached, over all decisions of a ruleset. */
export interface ExpressionCoverage {
  readonly line: number;
  readonly column: number;
  readonly source: string;
  readonly count: number;
}

/** A part of the rules that no request so far has tried in full. */
export interface CoverageGap {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly gap: "never evaluated" | "never true" | "never false" | "only ever an error";
}

export interface Ruleset {
  decide(request: RulesRequest, lookup: Lookup, budget?: AccessBudget): Decision;
  /** Every allow statement and every part of its condition, in the order of the source. */
  coverage(): ExpressionCoverage[];
  /** What is left to try, in the order of the source. Empty: every part has granted and refused. */
  gaps(): CoverageGap[];
}

export interface RulesOptions {
  /** Receives what `debug(...)` in the rules prints. */
  readonly onDebug?: (text: string) => void;
}
