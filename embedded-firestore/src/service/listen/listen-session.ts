// A Listen stream. Targets can be added and removed. A commit that affects a target is sent as one
// consistent snapshot. A denied target is removed with the cause; the other targets continue.

import {
  checkDatabaseName,
  FirestoreError,
  relativePath,
  type Commit,
  type Database,
  type Document,
} from "../../engine/index.ts";
import type { Caller } from "../access/caller.ts";
import type { Context } from "../access/context.ts";
import type { ResponseStream, StreamSession } from "../protocol/firestore-service.ts";
import type { ListenRequest, TargetMessage } from "../protocol/messages.ts";
import { createCommitUpdate } from "./commit-update.ts";
import { createDocumentsTarget } from "./documents-target.ts";
import {
  documentChange,
  documentDelete,
  globalSnapshot,
  targetChange,
  targetCurrent,
  targetRejected,
} from "./listen-messages.ts";
import { createQueryTarget } from "./query-target.ts";
import type { Target } from "./target.ts";

export function createListenSession(options: {
  context: Context;
  caller: Caller;
  responses: ResponseStream;
  /** Ends the stream. */
  fail(error: unknown): void;
  /** Converts any error to one that can be sent. */
  asFirestoreError(error: unknown): FirestoreError;
}): StreamSession {
  const { context, caller, responses, asFirestoreError } = options;
  const { authorizer, reads } = context;
  const targets = new Map<number, Target>();
  let database: Database | undefined;
  let stopWatching = (): void => {};
  let isOpen = true;

  function openDatabase(name: string): Database {
    checkDatabaseName(name);
    const opened = context.engine.database(name);
    stopWatching = opened.watch(handleCommit);
    return opened;
  }

  function handleRequest({ database: name = "", addTarget, removeTarget }: ListenRequest): void {
    database ??= openDatabase(name);
    if (name !== "" && name !== database.name) {
      throw new FirestoreError("INVALID_ARGUMENT", "A stream belongs to one database.");
    }
    if (addTarget) handleAddTarget(database, addTarget);
    else if (removeTarget !== undefined) handleRemoveTarget(removeTarget);
  }

  function handleAddTarget(from: Database, message: TargetMessage): void {
    const targetId = message.targetId || unusedTargetId();
    if (targets.has(targetId)) {
      throw new FirestoreError("INVALID_ARGUMENT", `Target id ${targetId} is in use on this stream.`);
    }
    try {
      const target = createTarget(from, message);
      const { documents, missingNames } = target.read();
      const readTime = from.readTime();
      const read = [...documents.map(({ name }) => name), ...missingNames].map(relativePath);
      reads.count(caller, from, "listener", read, relativePath(message.query?.parent ?? ""));
      const { project } = target;
      responses.send(targetChange("ADD", targetId));
      if (message.resumeToken || message.readTime) responses.send(targetChange("RESET", targetId));
      for (const document of documents)
        responses.send(documentChange(project ? project(document) : document, [targetId]));
      for (const name of missingNames) responses.send(documentDelete(name, [targetId], readTime));
      responses.send(targetCurrent(targetId, readTime));
      responses.send(globalSnapshot(readTime));
      if (message.once) responses.send(targetChange("REMOVE", targetId));
      else targets.set(targetId, target);
    } catch (error) {
      responses.send(targetRejected(targetId, asFirestoreError(error)));
    }
  }

  function createTarget(from: Database, { query, documents }: TargetMessage): Target {
    const shared = { database: from, authorizer, caller };
    if (documents) return createDocumentsTarget({ ...shared, names: documents.documents ?? [] });
    const { parent = "", structuredQuery } = query ?? {};
    if (!structuredQuery) throw new FirestoreError("INVALID_ARGUMENT", "A target needs documents or a query.");
    return createQueryTarget({ ...shared, parent, structuredQuery });
  }

  function handleRemoveTarget(targetId: number): void {
    targets.delete(targetId);
    responses.send(targetChange("REMOVE", targetId));
  }

  /** Runs inside another client's commit, so it must not throw. */
  function handleCommit(commit: Commit): void {
    try {
      if (database) sendCommit(database, commit);
    } catch (error) {
      options.fail(error);
    }
  }

  function sendCommit(from: Database, { changes, readTime }: Commit): void {
    const update = createCommitUpdate();
    for (const [targetId, target] of targets) {
      rejectOnError(targetId, () => {
        const shown = target.applyChanges(changes);
        // A document that leaves a result because it was deleted is not billed.
        const read = [...shown.keys()].filter((name) => from.get(name) !== undefined);
        reads.count(caller, from, "listener", read.map(relativePath));
        update.add(targetId, target, shown);
      });
    }
    const messages = update.messages({
      readTime,
      get: (name) => from.get(name),
      mayGet: (document) => mayGet(from, document),
    });
    if (messages.length > 0) {
      for (const message of messages) responses.send(message);
      responses.send(globalSnapshot(readTime));
    }
    // The listener still sees the commit that revoked its permission, so it can tell why the target
    // ends.
    for (const [targetId, target] of targets) rejectOnError(targetId, () => target.recheck(changes));
  }

  function rejectOnError(targetId: number, run: () => void): void {
    try {
      run();
    } catch (error) {
      targets.delete(targetId);
      responses.send(targetRejected(targetId, asFirestoreError(error)));
    }
  }

  function mayGet(from: Database, document: Document): boolean {
    try {
      authorizer.checkGet(caller, from, { name: document.name, document });
      return true;
    } catch {
      return false;
    }
  }

  function unusedTargetId(): number {
    let id = 1;
    while (targets.has(id)) id += 1;
    return id;
  }

  return {
    handleMessage(message) {
      if (!isOpen) return;
      try {
        handleRequest(message as ListenRequest);
      } catch (error) {
        options.fail(error);
      }
    },
    close() {
      isOpen = false;
      stopWatching();
    },
  };
}
