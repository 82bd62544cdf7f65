// Documents reduced to some of their fields, for `select` and for field masks.
import { isDocumentName } from "../values/field-path.ts";
import type { FieldPath } from "../values/field-path.ts";
import { getField, setField } from "../values/fields.ts";
import type { Document, Fields } from "../values/values.ts";

/** `undefined`: the whole document. The path `__name__` selects no field. */
export function projectDocument(document: Document, paths: readonly FieldPath[] | undefined): Document {
  if (!paths) return document;
  const fields = paths.reduce<Fields>((projected, path) => {
    const value = isDocumentName(path) ? undefined : getField(document.fields, path);
    return value ? setField(projected, path, value) : projected;
  }, {});
  return { ...document, fields };
}
