// google.firestore.v1.DocumentMask: some fields of a document, for reads and for writes.

export interface DocumentMask {
  readonly fieldPaths?: readonly string[];
}
