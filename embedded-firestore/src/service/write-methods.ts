// Writes. Every write is one commit of the engine, which checks the rules before anything changes.

import {
  checkDatabaseName,
  FirestoreError,
  parseDocumentName,
  parseParentName,
  type Database,
  type Document,
  type DocumentMask,
  type Write,
} from "../engine/index.ts";
import type { Caller } from "./access/caller.ts";
import { transactionOptionsOf } from "./consistency.ts";
import type { Context } from "./access/context.ts";
import type { Message } from "./protocol/firestore-service.ts";
import type {
  BeginTransactionRequest,
  CommitRequest,
  CreateDocumentRequest,
  DeleteDocumentRequest,
  RollbackRequest,
  UpdateDocumentRequest,
} from "./protocol/messages.ts";
import { applyMask } from "./read-methods.ts";
import { statusCodes } from "./protocol/status-codes.ts";

export async function commit(context: Context, caller: Caller, request: CommitRequest): Promise<Message> {
  const database = open(context, request.database);
  const { writes = [], transaction } = request;
  const { writeResults, commitTime } = await commitWrites(context, caller, database, writes, transaction);
  // Without writes nothing is committed, so there is no time of it.
  return writes.length === 0 ? {} : { writeResults, commitTime };
}

export function commitWrites(
  { authorizer }: Context,
  caller: Caller,
  database: Database,
  writes: readonly Write[],
  transaction?: string,
): ReturnType<Database["commit"]> {
  return database.commit(writes, {
    transaction,
    authorize: (changes, at) => authorizer.checkWrites(caller, database, changes, at),
  });
}

/** Commits each write separately. A failed write does not affect the others. */
export async function batchWrite(context: Context, caller: Caller, request: CommitRequest): Promise<Message> {
  context.authorizer.checkAdmin(caller, "write in batches that are not atomic");
  const database = open(context, request.database);
  checkDistinct(request.writes ?? []);
  const writeResults: object[] = [];
  const status: object[] = [];
  for (const write of request.writes ?? []) {
    try {
      const { writeResults: results } = await commitWrites(context, caller, database, [write]);
      writeResults.push(results[0] ?? {});
      status.push({});
    } catch (error) {
      if (!(error instanceof FirestoreError)) throw error;
      writeResults.push({});
      status.push({ code: statusCodes[error.status], message: error.message });
    }
  }
  return { writeResults, status };
}

/** The writes of a BatchWrite have no order, so each document may stand in it once. */
function checkDistinct(writes: readonly Write[]): void {
  const names = new Set<string>();
  for (const write of writes) {
    const name = write.update?.name ?? write.delete ?? write.verify ?? write.transform?.document ?? "";
    if (names.has(name)) {
      throw new FirestoreError(
        "INVALID_ARGUMENT",
        `A batch write may hold one write of a document: "${name}" has two.`,
      );
    }
    names.add(name);
  }
}

export async function createDocument(
  context: Context,
  caller: Caller,
  request: CreateDocumentRequest,
): Promise<Message> {
  const { parent = "", collectionId = "", documentId, document, mask } = request;
  const database = context.engine.database(parseParentName(parent).database);
  const name = `${parent}/${collectionId}/${documentId || context.newId()}`;
  const write = { update: { name, fields: document?.fields ?? {} }, currentDocument: { exists: false } };
  return writeDocument(context, caller, database, write, mask);
}

export async function updateDocument(
  context: Context,
  caller: Caller,
  request: UpdateDocumentRequest,
): Promise<Message> {
  const { document, updateMask, currentDocument, mask } = request;
  const name = document?.name ?? "";
  const database = context.engine.database(parseDocumentName(name).database);
  const write = {
    update: { name, fields: document?.fields ?? {} },
    ...(updateMask ? { updateMask } : {}),
    ...(currentDocument ? { currentDocument } : {}),
  };
  return writeDocument(context, caller, database, write, mask);
}

export async function deleteDocument(
  context: Context,
  caller: Caller,
  request: DeleteDocumentRequest,
): Promise<Message> {
  const { name = "", currentDocument } = request;
  const database = context.engine.database(parseDocumentName(name).database);
  await commitWrites(context, caller, database, [{ delete: name, ...(currentDocument ? { currentDocument } : {}) }]);
  return {};
}

/**
 * Commits one write and returns the document as that commit left it, even if other commits follow
 * at once.
 */
async function writeDocument(
  { authorizer }: Context,
  caller: Caller,
  database: Database,
  write: Write,
  mask: DocumentMask | undefined,
): Promise<Message> {
  let written: Document | undefined;
  const { writeResults, commitTime } = await database.commit([write], {
    authorize(changes, at) {
      authorizer.checkWrites(caller, database, changes, at);
      written = changes[0]?.after;
    },
  });
  if (!written) throw new Error("a write without a document after it");
  const updateTime = writeResults[0]?.updateTime ?? commitTime;
  return { ...applyMask({ ...written, updateTime }, mask) };
}

export async function beginTransaction(
  context: Context,
  _caller: Caller,
  request: BeginTransactionRequest,
): Promise<Message> {
  return { transaction: open(context, request.database).beginTransaction(transactionOptionsOf(request.options ?? {})) };
}

export async function rollback(context: Context, _caller: Caller, request: RollbackRequest): Promise<Message> {
  open(context, request.database).rollback(request.transaction ?? "");
  return {};
}

function open({ engine }: Context, name = ""): Database {
  checkDatabaseName(name);
  return engine.database(name);
}
