// Validates one write. Finds every fault in the request itself before any document is read.
import { FirestoreError } from "../values/errors.ts";
import { parseFieldPath } from "../values/field-path.ts";
import type { FieldPath } from "../values/field-path.ts";
import { normalizeFields } from "../values/normalize-value.ts";
import { parseDocumentName } from "../values/resource-name.ts";
import { parseTransforms } from "./transforms.ts";
import type { Transform } from "./transforms.ts";
import type { Fields } from "../values/values.ts";
import type { Write } from "./write-messages.ts";

interface Parsed {
  readonly name: string;
  readonly write: Write;
}

export type ParsedWrite = Parsed &
  (
    | {
        readonly operation: "update";
        readonly fields: Fields;
        /** Absent: the fields replace the whole document. */
        readonly mask?: readonly FieldPath[];
        readonly transforms: readonly Transform[];
      }
    | { readonly operation: "delete" | "verify" }
  );

export function parseWrite(write: Write, database: string): ParsedWrite {
  const operations = [write.update, write.delete, write.verify, write.transform].filter((each) => each !== undefined);
  if (operations.length !== 1) throw invalid("A write must have exactly one operation.");
  if (write.delete !== undefined) return { operation: "delete", name: checkName(write.delete, database), write };
  if (write.verify !== undefined) return { operation: "verify", name: checkName(write.verify, database), write };
  if (write.transform) {
    return {
      operation: "update",
      name: checkName(write.transform.document, database),
      write,
      fields: {},
      mask: [],
      transforms: parseTransforms(write.transform.fieldTransforms ?? []),
    };
  }
  return {
    operation: "update",
    name: checkName(write.update?.name, database),
    write,
    fields: normalizeFields(write.update?.fields),
    ...(write.updateMask ? { mask: (write.updateMask.fieldPaths ?? []).map(parseFieldPath) } : {}),
    transforms: parseTransforms(write.updateTransforms ?? []),
  };
}

function checkName(name: string | undefined, database: string): string {
  const found = parseDocumentName(name ?? "");
  if (found.database !== database) throw invalid(`Document "${name}" does not belong to the database "${database}".`);
  return name ?? "";
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
