// A validated query. Unary filters are rewritten as comparisons with null and NaN. Implicit orders
// are written out; the last one is always `__name__`, so that the order is total.
import type { QuerySource } from "../storage/source.ts";
import type { FieldPath } from "../values/field-path.ts";
import type { Value } from "../values/values.ts";

export type FieldOperator =
  | "LESS_THAN"
  | "LESS_THAN_OR_EQUAL"
  | "GREATER_THAN"
  | "GREATER_THAN_OR_EQUAL"
  | "EQUAL"
  | "NOT_EQUAL"
  | "ARRAY_CONTAINS"
  | "ARRAY_CONTAINS_ANY"
  | "IN"
  | "NOT_IN";

export interface FieldFilter {
  readonly kind: "field";
  /** `["__name__"]` is the document's own reference. */
  readonly path: FieldPath;
  readonly op: FieldOperator;
  readonly value: Value;
}

export interface CompositeFilter {
  readonly kind: "and" | "or";
  readonly filters: readonly Filter[];
}

export type Filter = FieldFilter | CompositeFilter;

export interface Order {
  readonly path: FieldPath;
  readonly direction: "ASCENDING" | "DESCENDING";
}

export interface Cursor {
  readonly values: readonly Value[];
  /** True: the position just before the values. False: just after them. */
  readonly before: boolean;
}

/** Vector search on the result of the rest of the query. */
export interface FindNearest {
  readonly path: FieldPath;
  readonly vector: readonly number[];
  readonly distanceMeasure: "EUCLIDEAN" | "COSINE" | "DOT_PRODUCT";
  readonly limit: number;
  /** The field that receives the distance in each document. */
  readonly distanceResultPath?: FieldPath;
  readonly distanceThreshold?: number;
}

export interface Query extends QuerySource {
  readonly filter?: Filter;
  readonly orderBy: readonly Order[];
  /** How many entries of `orderBy` the client gave. The rest are implicit. */
  readonly explicitOrders: number;
  readonly startAt?: Cursor;
  readonly endAt?: Cursor;
  readonly limit?: number;
  readonly offset: number;
  readonly findNearest?: FindNearest;
  /** Absent: whole documents. */
  readonly select?: readonly FieldPath[];
}
