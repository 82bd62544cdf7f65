// Writes of google.firestore.v1 in ProtoJSON, as the transports decode them. The published proto
// lacks `verify`, but transactions of the web SDK send it.
import type { DocumentMask } from "../values/document-mask.ts";
import type { Fields, Value } from "../values/values.ts";

export interface Precondition {
  readonly exists?: boolean;
  readonly updateTime?: string;
}

export interface ArrayElements {
  readonly values?: readonly Value[];
}

export interface FieldTransform {
  readonly fieldPath?: string;
  readonly setToServerValue?: string;
  readonly increment?: Value;
  readonly maximum?: Value;
  readonly minimum?: Value;
  readonly appendMissingElements?: ArrayElements;
  readonly removeAllFromArray?: ArrayElements;
}

export interface Write {
  readonly update?: { readonly name?: string; readonly fields?: Fields };
  readonly delete?: string;
  readonly verify?: string;
  /** The old form: transforms without an update. */
  readonly transform?: { readonly document?: string; readonly fieldTransforms?: readonly FieldTransform[] };
  readonly updateMask?: DocumentMask;
  readonly updateTransforms?: readonly FieldTransform[];
  readonly currentDocument?: Precondition;
}

export interface WriteResult {
  /** Absent after a delete. A write that changed nothing returns the time of the last change. */
  readonly updateTime?: string;
  readonly transformResults?: readonly Value[];
}

export interface CommitResult {
  readonly writeResults: readonly WriteResult[];
  readonly commitTime: string;
}
