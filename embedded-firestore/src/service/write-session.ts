// A Write stream: a handshake, then batches, answered in order. An error ends the stream.

import { checkDatabaseName, FirestoreError, type Database } from "../engine/index.ts";
import type { Caller } from "./access/caller.ts";
import type { Context } from "./access/context.ts";
import type { ResponseStream, StreamSession } from "./protocol/firestore-service.ts";
import type { WriteRequest } from "./protocol/messages.ts";
import { commitWrites } from "./write-methods.ts";

export function createWriteSession(
  context: Context,
  caller: Caller,
  responses: ResponseStream,
  fail: (error: unknown) => void,
): StreamSession {
  let database: Database | undefined;
  let isOpen = true;
  let answered = 0;
  let queue = Promise.resolve();

  /** Clients reject an empty token. */
  function nextToken(): string {
    answered += 1;
    return Buffer.from(String(answered)).toString("base64");
  }

  function handshake(request: WriteRequest): Database {
    const { database: name = "", writes = [] } = request;
    checkDatabaseName(name);
    if (writes.length > 0)
      throw new FirestoreError("INVALID_ARGUMENT", "The first request of a stream holds no writes.");
    responses.send({ streamId: request.streamId || context.newId(), streamToken: nextToken() });
    return context.engine.database(name);
  }

  async function answer(request: WriteRequest): Promise<void> {
    if (!isOpen) return;
    if (!database) {
      database = handshake(request);
      return;
    }
    const { writes = [] } = request;
    if (writes.length === 0) return; // The client will close the stream next.
    const { writeResults, commitTime } = await commitWrites(context, caller, database, writes);
    if (isOpen) responses.send({ streamToken: nextToken(), writeResults, commitTime });
  }

  return {
    handleMessage(message) {
      queue = queue
        .then(() => answer(message as WriteRequest))
        .catch((error: unknown) => {
          if (isOpen) fail(error);
          isOpen = false;
        });
    },
    close() {
      isOpen = false;
    },
  };
}
