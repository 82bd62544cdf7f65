// Converts plain JSON (the claims of a token) to rules values. A number without a fraction is an
// int.
import type { RuleMap, RuleValue } from "./values.ts";

export function fromJson(json: unknown): RuleValue {
  if (json === null || json === undefined) return null;
  if (typeof json === "boolean" || typeof json === "string" || typeof json === "bigint") return json;
  if (typeof json === "number") return Number.isSafeInteger(json) ? BigInt(json) : json;
  if (Array.isArray(json)) return json.map(fromJson);
  return typeof json === "object" ? fromRecord(json) : null;
}

export function fromRecord(record: object): RuleMap {
  const defined = Object.entries(record).filter(([, value]) => value !== undefined);
  return new Map(defined.map(([name, value]) => [name, fromJson(value)]));
}
