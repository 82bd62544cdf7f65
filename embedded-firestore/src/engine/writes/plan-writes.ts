// Computes the effect of a commit without applying it. Writes apply in order, and each sees the
// ones before it. A write that changes nothing keeps the document's updateTime.
import { deleteField, getField, setField } from "../values/fields.ts";
import { checkDocument } from "./document-limits.ts";
import { checkPrecondition } from "./precondition.ts";
import { applyTransforms } from "./transforms.ts";
import { identicalFields } from "../values/value-identity.ts";
import type { Change } from "../storage/commit.ts";
import type { FieldPath } from "../values/field-path.ts";
import type { ParsedWrite } from "./parse-write.ts";
import type { Document, Fields, Value } from "../values/values.ts";
import type { Write, WriteResult } from "./write-messages.ts";

/**
 * A planned write. `before` includes earlier writes of the same commit. `verify` only reads: the
 * rules treat it as `get`. Deleting a missing document is planned too, without `before` and
 * `after`.
 */
export interface PlannedChange {
  readonly name: string;
  readonly kind: "create" | "update" | "delete" | "verify";
  readonly write: Write;
  readonly before?: Document;
  readonly after?: Document;
}

export interface Plan {
  /** One entry for each write, in order. */
  readonly planned: readonly PlannedChange[];
  readonly writeResults: readonly WriteResult[];
  /** One entry for each document that the commit changes. */
  readonly changes: readonly Change[];
}

export function planWrites(
  writes: readonly ParsedWrite[],
  read: (name: string) => Document | undefined,
  at: string,
): Plan {
  const states = new Map<string, Document | undefined>();
  const planned: PlannedChange[] = [];
  const writeResults: WriteResult[] = [];
  for (const write of writes) {
    const before = states.has(write.name) ? states.get(write.name) : read(write.name);
    checkPrecondition(write.write.currentDocument, write.name, before);
    const { after, transformResults } = outcome(write, before, at);
    states.set(write.name, after);
    planned.push(change(write.name, before, after, { kind: kindOf(write, before), write: write.write }));
    writeResults.push({
      ...(after ? { updateTime: after.updateTime } : {}),
      ...(transformResults.length > 0 ? { transformResults } : {}),
    });
  }
  const changes = [...states].map(([name, after]) => change(name, read(name), after, {}));
  return { planned, writeResults, changes: changes.filter(({ before, after }) => before !== after) };
}

interface Outcome {
  readonly after: Document | undefined;
  readonly transformResults: readonly Value[];
}

function outcome(write: ParsedWrite, before: Document | undefined, at: string): Outcome {
  switch (write.operation) {
    case "delete":
      return { after: undefined, transformResults: [] };
    case "verify":
      return { after: before, transformResults: [] };
    case "update": {
      const updated = write.mask ? merge(before?.fields ?? {}, write.fields, write.mask) : write.fields;
      const { fields, transformResults } = applyTransforms(updated, write.transforms, at);
      if (before && identicalFields(before.fields, fields)) return { after: before, transformResults };
      checkDocument(write.name, fields);
      return {
        after: { name: write.name, fields, createTime: before?.createTime ?? at, updateTime: at },
        transformResults,
      };
    }
  }
}

/** Deletes the paths of the mask that have no value. Ignores values outside the mask. */
function merge(current: Fields, given: Fields, mask: readonly FieldPath[]): Fields {
  return mask.reduce((fields, path) => {
    const value = getField(given, path);
    return value ? setField(fields, path, value) : deleteField(fields, path);
  }, current);
}

function kindOf(write: ParsedWrite, before: Document | undefined): PlannedChange["kind"] {
  if (write.operation !== "update") return write.operation;
  return before ? "update" : "create";
}

function change<T extends object>(name: string, before: Document | undefined, after: Document | undefined, more: T) {
  return { name, ...(before ? { before } : {}), ...(after ? { after } : {}), ...more };
}
