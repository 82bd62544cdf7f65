// google.firestore.v1.DocumentMask: a set of fields, for reads and writes.

export interface DocumentMask {
  readonly fieldPaths?: readonly string[];
}
