// Reads documents and lists names. The rules see the whole document. Masks apply afterwards.

import {
  checkDatabaseName,
  FirestoreError,
  parseDocumentName,
  parseFieldPath,
  parseParentName,
  projectDocument,
  relativePath,
  type Database,
  type Document,
  type DocumentMask,
  type ReadOptions,
} from "../engine/index.ts";
import { createAccessBudget, type QueryFacts } from "../rules/index.ts";
import type { Caller } from "./access/caller.ts";
import { readConsistently } from "./consistency.ts";
import type { Context } from "./access/context.ts";
import type { Message } from "./protocol/firestore-service.ts";
import type {
  BatchGetDocumentsRequest,
  GetDocumentRequest,
  ListCollectionIdsRequest,
  ListDocumentsRequest,
} from "./protocol/messages.ts";

export async function getDocument(context: Context, caller: Caller, request: GetDocumentRequest): Promise<Message> {
  const { name = "" } = request;
  const database = context.engine.database(parseDocumentName(name).database);
  const { transaction, readTime } = request;
  const [document] = (await readDocuments(context, caller, database, [name], { transaction, readTime })).documents;
  if (!document) throw new FirestoreError("NOT_FOUND", `Document "${name}" not found.`);
  return { ...applyMask(document, request.mask) };
}

export async function batchGetDocuments(
  context: Context,
  caller: Caller,
  request: BatchGetDocumentsRequest,
): Promise<Message[]> {
  const { database: databaseName = "", documents: names = [] } = request;
  checkDatabaseName(databaseName);
  const database = context.engine.database(databaseName);
  const { result, transaction } = await readConsistently(database, request, (options) =>
    readDocuments(context, caller, database, names, options),
  );
  const { documents, readTime } = result;
  const answers: Message[] = documents.map((document, index) =>
    document ? { found: applyMask(document, request.mask), readTime } : { missing: names[index], readTime },
  );
  return transaction === undefined ? answers : [{ transaction, readTime }, ...answers];
}

async function readDocuments(
  { authorizer, reads }: Context,
  caller: Caller,
  database: Database,
  names: readonly string[],
  options: ReadOptions,
): Promise<{ documents: readonly (Document | undefined)[]; readTime: string }> {
  const read = await database.batchGet(names, options);
  const budget = createAccessBudget(names.length > 1 || options.transaction !== undefined ? 20 : 10);
  names.forEach((name, index) => {
    authorizer.checkGet(caller, database, { name, document: read.documents[index] }, budget);
  });
  reads.count(caller, database, "get", names.map(relativePath));
  return read;
}

export async function listDocuments(context: Context, caller: Caller, request: ListDocumentsRequest): Promise<Message> {
  const { parent = "", collectionId = "" } = request;
  const database = context.engine.database(parseParentName(parent).database);
  if (request.showMissing) context.authorizer.checkAdmin(caller, "list missing documents");
  context.authorizer.checkList(caller, database, parent, listingFacts(request));
  const listed = await database.listDocuments(parent, collectionId, request);
  const found = listed.documents.map(({ name }) => relativePath(name));
  context.reads.count(caller, database, "query", found, relativePath(`${parent}/${collectionId}`));
  return { ...listed };
}

function listingFacts({ collectionId = "", pageSize, orderBy }: ListDocumentsRequest): QueryFacts {
  const orders = (orderBy ?? "").split(",").flatMap((order) => {
    const [fieldPath, direction] = order.trim().split(/\s+/);
    if (!fieldPath) return [];
    return [{ field: { fieldPath }, direction: /^desc$/i.test(direction ?? "") ? "DESCENDING" : "ASCENDING" }];
  });
  return { from: [{ collectionId }], ...(pageSize ? { limit: pageSize } : {}), orderBy: orders };
}

export async function listCollectionIds(
  { engine, authorizer }: Context,
  caller: Caller,
  request: ListCollectionIdsRequest,
): Promise<Message> {
  authorizer.checkAdmin(caller, "list collection ids");
  const { parent = "" } = request;
  return { ...engine.database(parseParentName(parent).database).listCollectionIds(parent, request) };
}

export function applyMask(document: Document, mask: DocumentMask | undefined): Document {
  return projectDocument(document, mask && (mask.fieldPaths ?? []).map(parseFieldPath));
}
