// Reads and changes one field of a document. A change copies the maps along the path, so that a
// document that was handed out stays as it was.
import type { FieldPath } from "./field-path.ts";
import type { Fields, Value } from "./values.ts";

/** The fields of a map value. Undefined for any other value. */
export function mapFields(value: Value | undefined): Fields | undefined {
  return value && "mapValue" in value ? (value.mapValue.fields ?? {}) : undefined;
}

/** Reads own fields only, so that `constructor` and the like are not inherited from Object. */
export function ownField(fields: Fields, name: string): Value | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function getField(fields: Fields, path: FieldPath): Value | undefined {
  let inside: Fields | undefined = fields;
  let value: Value | undefined;
  for (const segment of path) {
    value = inside && ownField(inside, segment);
    inside = mapFields(value);
  }
  return value;
}

/** Replaces a value on the path that is not a map. */
export function setField(fields: Fields, path: FieldPath, value: Value): Fields {
  const [head, ...rest] = path;
  if (head === undefined) return fields;
  if (rest.length === 0) return { ...fields, [head]: value };
  const inside = mapFields(ownField(fields, head)) ?? {};
  return { ...fields, [head]: { mapValue: { fields: setField(inside, rest, value) } } };
}

export function deleteField(fields: Fields, path: FieldPath): Fields {
  const [head, ...rest] = path;
  if (head === undefined || !Object.hasOwn(fields, head)) return fields;
  if (rest.length === 0) {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== head));
  }
  const inside = mapFields(fields[head]);
  return inside ? { ...fields, [head]: { mapValue: { fields: deleteField(inside, rest) } } } : fields;
}
