// Requests of google.firestore.v1 in ProtoJSON, with the fields that the service reads. Proto3
// omits default values, so every field is optional.

import type {
  DocumentMask,
  Fields,
  Precondition,
  StructuredAggregationQuery,
  StructuredQuery,
  Write,
} from "../../engine/index.ts";

export interface TransactionOptionsMessage {
  readonly readOnly?: { readonly readTime?: string };
  readonly readWrite?: { readonly retryTransaction?: string };
}

/** At most one of them. Chooses the version of the data to read. */
export interface Consistency {
  readonly transaction?: string;
  readonly newTransaction?: TransactionOptionsMessage;
  readonly readTime?: string;
}

export interface GetDocumentRequest extends Consistency {
  readonly name?: string;
  readonly mask?: DocumentMask;
}

export interface BatchGetDocumentsRequest extends Consistency {
  readonly database?: string;
  readonly documents?: readonly string[];
  readonly mask?: DocumentMask;
}

export interface ListDocumentsRequest extends Consistency {
  readonly parent?: string;
  readonly collectionId?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly orderBy?: string;
  readonly mask?: DocumentMask;
  readonly showMissing?: boolean;
}

export interface ListCollectionIdsRequest {
  readonly parent?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly readTime?: string;
}

export interface RunQueryRequest extends Consistency {
  readonly parent?: string;
  readonly structuredQuery?: StructuredQuery;
  readonly explainOptions?: object;
}

export interface RunAggregationQueryRequest extends Consistency {
  readonly parent?: string;
  readonly structuredAggregationQuery?: StructuredAggregationQuery;
  readonly explainOptions?: object;
}

export interface PartitionQueryRequest {
  readonly parent?: string;
  readonly structuredQuery?: StructuredQuery;
  readonly partitionCount?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly readTime?: string;
}

export interface CreateDocumentRequest {
  readonly parent?: string;
  readonly collectionId?: string;
  readonly documentId?: string;
  readonly document?: { readonly fields?: Fields };
  readonly mask?: DocumentMask;
}

export interface UpdateDocumentRequest {
  readonly document?: { readonly name?: string; readonly fields?: Fields };
  readonly updateMask?: DocumentMask;
  readonly mask?: DocumentMask;
  readonly currentDocument?: Precondition;
}

export interface DeleteDocumentRequest {
  readonly name?: string;
  readonly currentDocument?: Precondition;
}

export interface CommitRequest {
  readonly database?: string;
  readonly writes?: readonly Write[];
  readonly transaction?: string;
}

export interface BeginTransactionRequest {
  readonly database?: string;
  readonly options?: TransactionOptionsMessage;
}

export interface RollbackRequest {
  readonly database?: string;
  readonly transaction?: string;
}

export interface WriteRequest {
  readonly database?: string;
  readonly streamId?: string;
  readonly streamToken?: string;
  readonly writes?: readonly Write[];
}

export interface TargetMessage {
  readonly query?: { readonly parent?: string; readonly structuredQuery?: StructuredQuery };
  readonly documents?: { readonly documents?: readonly string[] };
  readonly targetId?: number;
  readonly resumeToken?: string;
  readonly readTime?: string;
  readonly once?: boolean;
}

export interface ListenRequest {
  readonly database?: string;
  readonly addTarget?: TargetMessage;
  readonly removeTarget?: number;
}
