// The method table of the service. Only FirestoreErrors leave this file. An unexpected error is
// logged, and the client sees only INTERNAL.

import { FirestoreError } from "../engine/index.ts";
import { readCaller, type Caller } from "./access/caller.ts";
import type { Context } from "./access/context.ts";
import type {
  FirestoreService,
  ServerStreamingMethod,
  Message,
  ResponseStream,
  StreamSession,
  UnaryMethod,
} from "./protocol/firestore-service.ts";
import { createListenSession } from "./listen/listen-session.ts";
import { partitionQuery, runAggregationQuery, runQuery } from "./query-methods.ts";
import { batchGetDocuments, getDocument, listCollectionIds, listDocuments } from "./read-methods.ts";
import {
  batchWrite,
  beginTransaction,
  commit,
  createDocument,
  deleteDocument,
  rollback,
  updateDocument,
} from "./write-methods.ts";
import { createWriteSession } from "./write-session.ts";

type Method<Answer> = (context: Context, caller: Caller, request: Message) => Promise<Answer>;

const unary: Readonly<Record<UnaryMethod, Method<Message>>> = {
  GetDocument: getDocument,
  ListDocuments: listDocuments,
  CreateDocument: createDocument,
  UpdateDocument: updateDocument,
  DeleteDocument: deleteDocument,
  BeginTransaction: beginTransaction,
  Commit: commit,
  Rollback: rollback,
  BatchWrite: batchWrite,
  ListCollectionIds: listCollectionIds,
  PartitionQuery: partitionQuery,
};

const serverStreaming: Readonly<Record<ServerStreamingMethod, Method<Message[]>>> = {
  BatchGetDocuments: batchGetDocuments,
  RunQuery: runQuery,
  RunAggregationQuery: runAggregationQuery,
};

export function createService(context: Context, onUnexpected: (error: unknown) => void): FirestoreService {
  function asFirestoreError(error: unknown): FirestoreError {
    if (error instanceof FirestoreError) return error;
    onUnexpected(error);
    return new FirestoreError("INTERNAL", "Internal error.");
  }

  async function run<T>(method: Method<T>, request: Message, authorization: string | undefined): Promise<T> {
    try {
      return await method(context, readCaller(authorization), request);
    } catch (error) {
      throw asFirestoreError(error);
    }
  }

  /**
   * Creates the session with the first message. An invalid header then fails on an open stream,
   * where the client sees the error.
   */
  function openStream(
    method: "Listen" | "Write",
    authorization: string | undefined,
    responses: ResponseStream,
  ): StreamSession {
    let session: StreamSession | undefined;
    let isOpen = true;
    const close = (): void => {
      isOpen = false;
      session?.close();
    };
    const fail = (error: unknown): void => {
      if (!isOpen) return;
      close();
      responses.end(asFirestoreError(error));
    };
    const create = (): StreamSession => {
      const caller = readCaller(authorization);
      return method === "Listen"
        ? createListenSession({ context, caller, responses, fail, asFirestoreError })
        : createWriteSession(context, caller, responses, fail);
    };
    return {
      handleMessage(message) {
        if (!isOpen) return;
        try {
          session ??= create();
        } catch (error) {
          return fail(error);
        }
        session.handleMessage(message);
      },
      close,
    };
  }

  return {
    call: (method, request, authorization) => run(unary[method], request, authorization),
    callServerStreaming: (method, request, authorization) => run(serverStreaming[method], request, authorization),
    openStream,
  };
}
