// The fields of a request or an answer with their types, from its JSON Schema.
import type { Schema } from "@meetogram/openapi";
import { escape, inline } from "./html.ts";
import type { PageWords } from "./words.ts";

function describeKind(schema: Schema, words: PageWords): string {
  const { types } = words;
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.items) return `${types.list} ${describeKind(schema.items, words)}`;
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => {
      return `${name}${schema.required?.includes(name) ? "" : "?"}: ${describeKind(field, words)}`;
    });
    return `{ ${fields.join(", ")} }`;
  }
  if (schema.format === "uuid" || schema.format === "date-time") return types[schema.format];
  if (schema.pattern) return `${types.string} ${schema.pattern.replaceAll(/^\^|\$$/g, "")}`;
  if (schema.maxLength !== undefined)
    return `${types.string}, ${schema.minLength ?? 0}–${schema.maxLength} ${types.characters}`;
  if (schema.maximum !== undefined) return `${types.integer}, ${schema.minimum ?? 0}–${schema.maximum}`;
  if (schema.minimum !== undefined) return `${types.integer} ≥ ${schema.minimum}`;
  if (schema.type === "boolean" || schema.type === "integer") return types[schema.type];
  return types.string;
}

export function renderFields(schema: Schema, words: PageWords, inPath: readonly string[] = []): string {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return `<p class="muted">${escape(words.noFields)}</p>`;
  const rows = fields.map(([name, field]) => {
    const isOptional = !schema.required?.includes(name);
    const notes = [...(inPath.includes(name) ? [words.inPath] : []), ...(isOptional ? [words.optional] : [])];
    return `<div><dt><code>${escape(name)}</code>${notes.map((note) => ` <span class="note">${escape(note)}</span>`).join("")}</dt>
<dd><span class="kind">${escape(describeKind(field, words))}</span><br />${inline(field.description ?? "")}</dd></div>`;
  });
  return `<dl class="fields">${rows.join("\n")}</dl>`;
}
