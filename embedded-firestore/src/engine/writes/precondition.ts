// Checks the precondition of a write. Codes and messages are those of Cloud Firestore: SDKs decide
// by them whether to retry.
import { FirestoreError } from "../values/errors.ts";
import { normalizeTimestamp, parseTimestamp } from "../values/timestamps.ts";
import type { Document } from "../values/values.ts";
import type { Precondition } from "./write-messages.ts";

export function checkPrecondition(
  precondition: Precondition | undefined,
  name: string,
  present: Document | undefined,
): void {
  if (precondition?.updateTime !== undefined) checkUpdateTime(normalizeTimestamp(precondition.updateTime), present);
  else if (precondition?.exists === true && !present) {
    throw new FirestoreError("NOT_FOUND", `No document to update: ${name}`);
  } else if (precondition?.exists === false && present) {
    throw new FirestoreError("ALREADY_EXISTS", `entity already exists: ${name}`);
  }
}

function checkUpdateTime(required: string, present: Document | undefined): void {
  if (present?.updateTime === required) return;
  const stored = present ? parseTimestamp(present.updateTime) : 0n;
  throw new FirestoreError(
    "FAILED_PRECONDITION",
    `the stored version (${stored}) does not match the required base version (${parseTimestamp(required)})`,
  );
}
