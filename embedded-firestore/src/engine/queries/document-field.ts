// A field of a document as queries see it. `__name__` is a reference to the document itself.
import { isDocumentName } from "../values/field-path.ts";
import type { FieldPath } from "../values/field-path.ts";
import { getField } from "../values/fields.ts";
import type { Document, Value } from "../values/values.ts";

export function documentField(document: Document, path: FieldPath): Value | undefined {
  return isDocumentName(path) ? { referenceValue: document.name } : getField(document.fields, path);
}
