// Identity of stored values: same types and same content. Stricter than equality in queries (3 is
// not 3.0). Decides whether a write changed anything.
import { ownField } from "./fields.ts";
import type { Fields, Value } from "./values.ts";

export function identicalFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const other = ownField(b, name);
    return other !== undefined && identicalValues(a[name] as Value, other);
  });
}

export function identicalValues(a: Value, b: Value): boolean {
  if (a === b) return true;
  if ("mapValue" in a) return "mapValue" in b && identicalFields(a.mapValue.fields ?? {}, b.mapValue.fields ?? {});
  if ("arrayValue" in a) {
    const elements = a.arrayValue.values ?? [];
    const others = "arrayValue" in b ? (b.arrayValue.values ?? []) : undefined;
    if (!others || elements.length !== others.length) return false;
    return elements.every((element, i) => identicalValues(element, others[i] as Value));
  }
  if ("geoPointValue" in a) {
    const other = "geoPointValue" in b ? b.geoPointValue : undefined;
    return other?.latitude === a.geoPointValue.latitude && other?.longitude === a.geoPointValue.longitude;
  }
  const [type, content] = Object.entries(a)[0] as [string, unknown];
  return (b as Record<string, unknown>)[type] === content;
}
