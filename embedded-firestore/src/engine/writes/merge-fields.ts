// An update with a mask changes only the paths of the mask.
import type { FieldPath } from "../values/field-path.ts";
import { deleteField, getField, setField } from "../values/fields.ts";
import type { Fields } from "../values/values.ts";

/** Deletes the paths of the mask that have no value. Ignores values outside the mask. */
export function mergeFields(current: Fields, given: Fields, mask: readonly FieldPath[]): Fields {
  return mask.reduce((fields, path) => {
    const value = getField(given, path);
    return value ? setField(fields, path, value) : deleteField(fields, path);
  }, current);
}
