import type { FieldPath } from "./field-path.ts";
import type { Document } from "./values.ts";
/** The document with only these fields; `undefined`: the whole document. For `select` and for read masks. */
export declare function projectDocument(document: Document, paths: readonly FieldPath[] | undefined): Document;
