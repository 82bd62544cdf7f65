// signature first
import type { Query } from "./query.ts";
import type { StructuredQuery } from "./query-protocol.ts";
export declare function parseQuery(parent: string, query: StructuredQuery): Query;
