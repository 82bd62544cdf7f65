// The parts of a ProtoJSON `StructuredQuery` that rules can see.
import type { Value } from "../../engine/index.ts";

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
