// Checks the precondition of a write. Codes and messages are those of Cloud Firestore: SDKs decide
// by them whether to retry.
import { FirestoreError } from "../values/errors.ts";
import { normalizeTimestamp, parseTimestamp } from "../values/timestamps.ts";
import type { Document } from "../values/values.ts";
import type { Precondition } from "./write-messages.ts";

export function checkPrecondition(
  precondition: Precondition | undefined,
  name: string,
  current: Document | undefined,
): void {
  if (precondition?.updateTime !== undefined) checkUpdateTime(normalizeTimestamp(precondition.updateTime), current);
  else if (precondition?.exists === true && !current) {
    throw new FirestoreError("NOT_FOUND", `No document to update: ${name}`);
  } else if (precondition?.exists === false && current) {
    throw new FirestoreError("ALREADY_EXISTS", `entity already exists: ${name}`);
  }
}

function checkUpdateTime(required: string, current: Document | undefined): void {
  if (current?.updateTime === required) return;
  const stored = current ? parseTimestamp(current.updateTime) : 0n;
  throw new FirestoreError(
    "FAILED_PRECONDITION",
    `the stored version (${stored}) does not match the required base version (${parseTimestamp(required)})`,
  );
}
