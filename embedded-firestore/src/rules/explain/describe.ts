// Describes values in explanations. Short, so that neither secrets nor whole documents end up in a
// log.
import type { RuleValue } from "../values/values.ts";
import { isList, isMap } from "../values/values.ts";

const MAX_TEXT = 24;
const MAX_ITEMS = 4;

export function describe(value: RuleValue, depth = 0): string {
  if (value === null) return "null";
  if (typeof value === "string") return describeText(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${describeItems(value, depth)}]`;
  if (isMap(value)) return `{${shorten([...value.keys()].slice(0, MAX_ITEMS + 1).map((key) => clip(key)))}}`;
  switch (value.type) {
    case "bytes":
      return `bytes(${value.bytes.length})`;
    case "duration":
      return `${Number(value.nanos) / 1e9}s`;
    case "timestamp":
      return new Date(Number(value.nanos / 1_000_000n)).toISOString();
    case "latlng":
      return `latlng(${value.latitude}, ${value.longitude})`;
    case "path":
      return clip(`/${value.segments.map((part) => (typeof part === "string" ? part : "?")).join("/")}`, 80);
    case "set":
      return `set[${describeItems([...value.items.values()].slice(0, MAX_ITEMS + 1), depth)}]`;
    case "map_diff":
      return "a diff";
    case "partial":
    case "unknown":
      return `${value.subject} (open)`;
  }
}

function describeItems(items: readonly RuleValue[], depth: number): string {
  if (depth > 1) return items.length > 0 ? "…" : "";
  return shorten(items.slice(0, MAX_ITEMS + 1).map((item) => describe(item, depth + 1)));
}

function shorten(parts: readonly string[]): string {
  return parts.length > MAX_ITEMS ? `${parts.slice(0, MAX_ITEMS).join(", ")}, …` : parts.join(", ");
}

function describeText(text: string): string {
  return text.length > MAX_TEXT ? `${JSON.stringify(text.slice(0, 12))}…(${text.length})` : JSON.stringify(text);
}

export function clip(text: string, most: number = MAX_TEXT): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
