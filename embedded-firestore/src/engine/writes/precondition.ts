// Checks the precondition of a write. Codes and messages are those of Cloud Firestore: SDKs decide
// by them whether to retry.
import { FirestoreError } from "../values/errors.ts";
import { normalizeTimestamp, parseTimestamp } from "../values/timestamps.ts";
import type { Document } from "../values/values.ts";
import type { Precondition } from "./write-messages.ts";

/** The error that the write fails with. Undefined if the precondition holds. */
export function preconditionFault(
  precondition: Precondition | undefined,
  name: string,
  current: Document | undefined,
): FirestoreError | undefined {
  if (precondition?.updateTime !== undefined) {
    return updateTimeFault(normalizeTimestamp(precondition.updateTime), current);
  }
  if (precondition?.exists === true && !current) {
    return new FirestoreError("NOT_FOUND", `No document to update: ${name}`);
  }
  if (precondition?.exists === false && current) {
    return new FirestoreError("ALREADY_EXISTS", `entity already exists: ${name}`);
  }
  return undefined;
}

/** Whether the write is meant for a document that exists. Undefined: for either. */
export function expectedExistence(precondition: Precondition | undefined): boolean | undefined {
  return precondition?.updateTime === undefined ? precondition?.exists : true;
}

function updateTimeFault(required: string, current: Document | undefined): FirestoreError | undefined {
  if (current?.updateTime === required) return undefined;
  const stored = current ? parseTimestamp(current.updateTime) : 0n;
  return new FirestoreError(
    "FAILED_PRECONDITION",
    `the stored version (${stored}) does not match the required base version (${parseTimestamp(required)})`,
  );
}
