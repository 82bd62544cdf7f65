// Computes the effect of a commit without applying it. Writes apply in order, and each sees the
// ones before it. A write that changes nothing keeps the document's updateTime. A failed
// precondition does not end the planning: the rules are asked first, so that a caller whom they
// deny does not learn whether a document exists.
import { documentFault } from "./document-limits.ts";
import { mergeFields } from "./merge-fields.ts";
import { expectedExistence, preconditionFault } from "./precondition.ts";
import { applyTransforms } from "./transforms.ts";
import { identicalFields } from "../values/value-identity.ts";
import type { FirestoreError } from "../values/errors.ts";
import type { Change } from "../storage/commit.ts";
import type { ParsedWrite } from "./parse-write.ts";
import type { Document, Value } from "../values/values.ts";
import type { Write, WriteResult } from "./write-messages.ts";

/**
 * A planned write, as the rules see it: as if its precondition held. `before` includes earlier
 * writes of the same commit. `verify` only reads: the rules treat it as `get`. Deleting a missing
 * document is planned too, without `before` and `after`.
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
  /** Why the commit must fail once it is authorized: the first precondition or limit it breaks. */
  readonly fault: FirestoreError | undefined;
}

export function planWrites(
  writes: readonly ParsedWrite[],
  read: (name: string) => Document | undefined,
  at: string,
): Plan {
  const states = new Map<string, Document | undefined>();
  const planned: PlannedChange[] = [];
  const writeResults: WriteResult[] = [];
  let fault: FirestoreError | undefined;
  for (const write of writes) {
    const { currentDocument } = write.write;
    const current = states.has(write.name) ? states.get(write.name) : read(write.name);
    fault ??= preconditionFault(currentDocument, write.name, current);
    const before = expectedExistence(currentDocument) === false ? undefined : current;
    const { after, transformResults, limit } = outcome(write, before, at);
    fault ??= limit;
    states.set(write.name, after);
    planned.push(change(write.name, before, after, { kind: kindOf(write, before), write: write.write }));
    writeResults.push({
      ...(after ? { updateTime: after.updateTime } : {}),
      ...(transformResults.length > 0 ? { transformResults } : {}),
    });
  }
  const changes = [...states].map(([name, after]) => change(name, read(name), after, {}));
  return { planned, writeResults, changes: changes.filter(({ before, after }) => before !== after), fault };
}

interface Outcome {
  readonly after: Document | undefined;
  readonly transformResults: readonly Value[];
  readonly limit?: FirestoreError | undefined;
}

function outcome(write: ParsedWrite, before: Document | undefined, at: string): Outcome {
  switch (write.operation) {
    case "delete":
      return { after: undefined, transformResults: [] };
    case "verify":
      return { after: before, transformResults: [] };
    case "update": {
      const updated = write.mask ? mergeFields(before?.fields ?? {}, write.fields, write.mask) : write.fields;
      const { fields, transformResults } = applyTransforms(updated, write.transforms, at);
      if (before && identicalFields(before.fields, fields)) return { after: before, transformResults };
      return {
        after: { name: write.name, fields, createTime: before?.createTime ?? at, updateTime: at },
        transformResults,
        // A whole document was checked when the write was parsed.
        limit: write.mask || write.transforms.length > 0 ? documentFault(write.name, fields) : undefined,
      };
    }
  }
}

function kindOf(write: ParsedWrite, before: Document | undefined): PlannedChange["kind"] {
  if (write.operation !== "update") return write.operation;
  return (expectedExistence(write.write.currentDocument) ?? before !== undefined) ? "update" : "create";
}

function change<T extends object>(name: string, before: Document | undefined, after: Document | undefined, more: T) {
  return { name, ...(before ? { before } : {}), ...(after ? { after } : {}), ...more };
}
