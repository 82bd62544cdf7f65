// Queries of google.firestore.v1 in ProtoJSON, as the transports decode them. Not validated yet:
// parseQuery does that.
import type { Value } from "../values/values.ts";

export interface FieldReference {
  readonly fieldPath?: string;
}

export interface FilterProtocol {
  readonly compositeFilter?: { readonly op?: string; readonly filters?: readonly FilterProtocol[] };
  readonly fieldFilter?: { readonly field?: FieldReference; readonly op?: string; readonly value?: Value };
  readonly unaryFilter?: { readonly field?: FieldReference; readonly op?: string };
}

export interface CursorProtocol {
  readonly values?: readonly Value[];
  readonly before?: boolean;
}

export interface NearestProtocol {
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
  readonly where?: FilterProtocol;
  readonly orderBy?: readonly { readonly field?: FieldReference; readonly direction?: string }[];
  readonly startAt?: CursorProtocol;
  readonly endAt?: CursorProtocol;
  readonly offset?: number;
  readonly limit?: number | null;
  readonly findNearest?: NearestProtocol;
}

export interface AggregationProtocol {
  readonly alias?: string;
  readonly count?: { readonly upTo?: string | number | null };
  readonly sum?: { readonly field?: FieldReference };
  readonly avg?: { readonly field?: FieldReference };
}

export interface StructuredAggregationQuery {
  readonly structuredQuery?: StructuredQuery;
  readonly aggregations?: readonly AggregationProtocol[];
}
