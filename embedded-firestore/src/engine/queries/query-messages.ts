// Queries of google.firestore.v1 in ProtoJSON, as the transports decode them. Not validated yet:
// parseQuery does that.
import type { Value } from "../values/values.ts";

export interface FieldReference {
  readonly fieldPath?: string;
}

export interface FilterMessage {
  readonly compositeFilter?: { readonly op?: string; readonly filters?: readonly FilterMessage[] };
  readonly fieldFilter?: { readonly field?: FieldReference; readonly op?: string; readonly value?: Value };
  readonly unaryFilter?: { readonly field?: FieldReference; readonly op?: string };
}

export interface CursorMessage {
  readonly values?: readonly Value[];
  readonly before?: boolean;
}

export interface FindNearestMessage {
  readonly vectorField?: FieldReference;
  readonly queryVector?: Value;
  readonly distanceMeasure?: string;
  readonly limit?: number | null;
  readonly distanceResultField?: string;
  readonly distanceThreshold?: number | string | null;
}

export interface StructuredQuery {
  readonly select?: { readonly fields?: readonly FieldReference[] };
  readonly from?: readonly { readonly collectionId?: string; readonly allDescendants?: boolean }[];
  readonly where?: FilterMessage;
  readonly orderBy?: readonly { readonly field?: FieldReference; readonly direction?: string }[];
  readonly startAt?: CursorMessage;
  readonly endAt?: CursorMessage;
  readonly offset?: number;
  readonly limit?: number | null;
  readonly findNearest?: FindNearestMessage;
}

export interface AggregationMessage {
  readonly alias?: string;
  readonly count?: { readonly upTo?: string | number | null };
  readonly sum?: { readonly field?: FieldReference };
  readonly avg?: { readonly field?: FieldReference };
}

export interface StructuredAggregationQuery {
  readonly structuredQuery?: StructuredQuery;
  readonly aggregations?: readonly AggregationMessage[];
}
