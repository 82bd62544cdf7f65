import type { Query } from "./query.ts";
import type { Document } from "./values.ts";
/** Whether the document belongs to the query's collection, passes its filters, has its ordered fields and lies between its cursors. Limit and offset are not looked at. */
export declare function matches(query: Query, document: Document): boolean;
