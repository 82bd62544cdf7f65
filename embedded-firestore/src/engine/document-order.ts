import type { Query } from "./query.ts";
import type { Document } from "./values.ts";
export declare function compareDocuments(query: Query, a: Document, b: Document): number;
