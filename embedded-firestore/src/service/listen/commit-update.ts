// Collects the effects of one commit on all targets of a stream. Sends one message for each
// document, with the ids of all targets that gained, changed or lost it.

import type { Document } from "../../engine/index.ts";
import type { Message } from "../protocol/firestore-service.ts";
import { documentChange, documentDelete, documentRemove } from "./listen-messages.ts";
import type { Target } from "./target.ts";

interface DocumentUpdate {
  readonly name: string;
  readonly project: Target["project"];
  readonly targetIds: number[];
  readonly removedTargetIds: number[];
}

export interface CommitUpdate {
  add(targetId: number, target: Target, shown: ReadonlyMap<string, boolean>): void;
  /** Empty if no target is affected. */
  messages(options: {
    readTime: string;
    get(name: string): Document | undefined;
    /** Whether the listener may still read a document that has left a result. */
    mayGet(document: Document): boolean;
  }): Message[];
}

export function createCommitUpdate(): CommitUpdate {
  const updates = new Map<string, DocumentUpdate>();
  return {
    add(targetId, { project }, shown) {
      for (const [name, isShown] of shown) {
        // A target with a projection cannot share a message with other targets.
        const key = project ? `${targetId}:${name}` : name;
        const update = updates.get(key) ?? { name, project, targetIds: [], removedTargetIds: [] };
        (isShown ? update.targetIds : update.removedTargetIds).push(targetId);
        updates.set(key, update);
      }
    },
    messages({ readTime, get, mayGet }) {
      return [...updates.values()].map(({ name, project, targetIds, removedTargetIds }) => {
        const document = get(name);
        if (!document) return documentDelete(name, removedTargetIds, readTime);
        if (targetIds.length === 0 && !mayGet(document)) return documentRemove(name, removedTargetIds, readTime);
        return documentChange(project ? project(document) : document, targetIds, removedTargetIds);
      });
    },
  };
}
