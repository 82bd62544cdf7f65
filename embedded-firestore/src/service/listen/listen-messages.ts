// The responses of a Listen stream. A resume token is a read time. A resumed target gets its whole
// result again.

import type { Document, FirestoreError } from "../../engine/index.ts";
import type { Message } from "../protocol/firestore-service.ts";
import { statusCodes } from "../protocol/status-codes.ts";

type TargetChangeType = "ADD" | "REMOVE" | "CURRENT" | "RESET";

export function targetChange(targetChangeType: TargetChangeType, targetId: number): Message {
  return { targetChange: { targetChangeType, targetIds: [targetId] } };
}

export function targetCurrent(targetId: number, readTime: string): Message {
  const resumeToken = resumeTokenOf(readTime);
  return { targetChange: { targetChangeType: "CURRENT", targetIds: [targetId], resumeToken, readTime } };
}

export function targetRejected(targetId: number, { status, message }: FirestoreError): Message {
  const cause = { code: statusCodes[status], message };
  return { targetChange: { targetChangeType: "REMOVE", targetIds: [targetId], cause } };
}

/** Without target ids, the change applies to all targets. The client then raises its snapshots. */
export function globalSnapshot(readTime: string): Message {
  return { targetChange: { resumeToken: resumeTokenOf(readTime), readTime } };
}

export function documentChange(document: Document, targetIds: number[], removedTargetIds: number[] = []): Message {
  return { documentChange: { document, targetIds, removedTargetIds } };
}

export function documentDelete(name: string, removedTargetIds: number[], readTime: string): Message {
  return { documentDelete: { document: name, removedTargetIds, readTime } };
}

/** The document may still exist, but the listener may no longer read it. */
export function documentRemove(name: string, removedTargetIds: number[], readTime: string): Message {
  return { documentRemove: { document: name, removedTargetIds, readTime } };
}

function resumeTokenOf(readTime: string): string {
  return Buffer.from(readTime).toString("base64");
}
