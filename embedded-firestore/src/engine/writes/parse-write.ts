// Validates one write. Finds every fault in the request itself before any document is read.
import { FirestoreError } from "../values/errors.ts";
import { parseFieldPath } from "../values/field-path.ts";
import type { FieldPath } from "../values/field-path.ts";
import { normalizeFields } from "../values/normalize-value.ts";
import { parseDocumentName } from "../values/resource-name.ts";
import { parseTimestamp } from "../values/timestamps.ts";
import { checkDocument } from "./document-limits.ts";
import { mergeFields } from "./merge-fields.ts";
import { applyTransforms, parseTransforms } from "./transforms.ts";
import type { Transform } from "./transforms.ts";
import type { Fields } from "../values/values.ts";
import type { Write } from "./write-messages.ts";

/** Only the kind of a transformed value matters here. */
const EPOCH = "1970-01-01T00:00:00.000000Z";

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
  const parsed = parseOperation(write, database);
  if (write.currentDocument?.updateTime !== undefined) parseTimestamp(write.currentDocument.updateTime);
  if (parsed.operation === "update") checkGiven(parsed);
  return parsed;
}

/** What a write sets is in the document afterwards, so it must keep the limits by itself, too. */
function checkGiven({ name, fields, mask, transforms }: Extract<ParsedWrite, { operation: "update" }>): void {
  const masked = mask ? mergeFields({}, fields, mask) : fields;
  checkDocument(name, applyTransforms(masked, transforms, EPOCH).fields);
}

function parseOperation(write: Write, database: string): ParsedWrite {
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
