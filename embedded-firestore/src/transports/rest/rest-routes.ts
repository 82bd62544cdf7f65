// Maps REST v1 to the gRPC methods: path and HTTP method become a method name and its request.

import { FirestoreError } from "../../engine/index.ts";
import type { ServerStreamingMethod, Message, UnaryMethod } from "../../service/protocol/firestore-service.ts";
import type { ResourcePath } from "./resource-path.ts";

export type RestCall =
  | { readonly kind: "unary"; readonly method: UnaryMethod; readonly request: Message }
  | { readonly kind: "list"; readonly method: ServerStreamingMethod; readonly request: Message };

export function routeRest(
  httpMethod: string,
  path: ResourcePath,
  query: URLSearchParams,
  body: Record<string, unknown>,
): RestCall {
  if (path.verb !== undefined) return routeVerb(httpMethod, path, path.verb, body);
  const isDocument = path.segments.length > 0 && path.segments.length % 2 === 0;
  const isCollection = path.segments.length % 2 === 1;
  if (httpMethod === "GET" && isDocument) {
    return unary("GetDocument", { name: path.name, ...readOptions(query) });
  }
  if (httpMethod === "GET" && isCollection)
    return unary("ListDocuments", { ...collectionOf(path), ...listOptions(query) });
  if (httpMethod === "POST" && isCollection) {
    const documentId = query.get("documentId");
    return unary("CreateDocument", {
      ...collectionOf(path),
      ...(documentId === null ? {} : { documentId }),
      ...maskOf(query, "mask"),
      document: body,
    });
  }
  if (httpMethod === "PATCH" && isDocument) {
    return unary("UpdateDocument", {
      document: { ...body, name: path.name },
      ...maskOf(query, "updateMask"),
      ...maskOf(query, "mask"),
      ...preconditionOf(query),
    });
  }
  if (httpMethod === "DELETE" && isDocument) {
    return unary("DeleteDocument", { name: path.name, ...preconditionOf(query) });
  }
  throw new FirestoreError("NOT_FOUND", `There is no ${httpMethod} for this path.`);
}

function routeVerb(httpMethod: string, path: ResourcePath, verb: string, body: Record<string, unknown>): RestCall {
  if (httpMethod !== "POST") throw new FirestoreError("NOT_FOUND", `:${verb} is called by POST.`);
  const { database, name: parent } = path;
  switch (verb) {
    case "runQuery":
      return { kind: "list", method: "RunQuery", request: { ...body, parent } };
    case "runAggregationQuery":
      return { kind: "list", method: "RunAggregationQuery", request: { ...body, parent } };
    case "listCollectionIds":
      return unary("ListCollectionIds", { ...body, parent });
    case "partitionQuery":
      return unary("PartitionQuery", { ...body, parent });
  }
  if (path.segments.length > 0) throw new FirestoreError("NOT_FOUND", `:${verb} belongs to the database's documents.`);
  switch (verb) {
    case "batchGet":
      return { kind: "list", method: "BatchGetDocuments", request: { ...body, database } };
    case "commit":
      return unary("Commit", { ...body, database });
    case "batchWrite":
      return unary("BatchWrite", { ...body, database });
    case "beginTransaction":
      return unary("BeginTransaction", { ...body, database });
    case "rollback":
      return unary("Rollback", { ...body, database });
    default:
      throw new FirestoreError("UNIMPLEMENTED", `:${verb} is not implemented.`);
  }
}

function unary(method: UnaryMethod, request: Message): RestCall {
  return { kind: "unary", method, request };
}

function collectionOf(path: ResourcePath): Message {
  const collectionId = path.segments.at(-1) ?? "";
  return { parent: path.name.slice(0, -collectionId.length - 1), collectionId };
}

function readOptions(query: URLSearchParams): Message {
  return { ...maskOf(query, "mask"), ...pick(query, ["transaction", "readTime"]) };
}

function listOptions(query: URLSearchParams): Message {
  const pageSize = query.get("pageSize");
  return {
    ...readOptions(query),
    ...pick(query, ["pageToken", "orderBy"]),
    ...(pageSize === null ? {} : { pageSize }),
    ...(query.get("showMissing") === "true" ? { showMissing: true } : {}),
  };
}

function maskOf(query: URLSearchParams, name: "mask" | "updateMask"): Message {
  const fieldPaths = query.getAll(`${name}.fieldPaths`);
  return fieldPaths.length === 0 ? {} : { [name]: { fieldPaths } };
}

function preconditionOf(query: URLSearchParams): Message {
  const exists = query.get("currentDocument.exists");
  const updateTime = query.get("currentDocument.updateTime");
  if (exists !== null) return { currentDocument: { exists: exists === "true" } };
  return updateTime === null ? {} : { currentDocument: { updateTime } };
}

function pick(query: URLSearchParams, names: readonly string[]): Message {
  const picked: Message = {};
  for (const name of names) {
    const value = query.get(name);
    if (value !== null) picked[name] = value;
  }
  return picked;
}
