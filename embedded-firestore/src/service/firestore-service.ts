// What a transport needs of the service: calls by their gRPC name and two kinds of stream, all in ProtoJSON. A method that
// is not in the tables below answers UNIMPLEMENTED, in every transport alike.

import type { FirestoreError } from "../engine/index.ts";

/** A request or an answer of google.firestore.v1 as ProtoJSON. */
export type Message = Record<string, unknown>;

export const unaryMethods = [
  "GetDocument",
  "ListDocuments",
  "CreateDocument",
  "UpdateDocument",
  "DeleteDocument",
  "BeginTransaction",
  "Commit",
  "Rollback",
  "BatchWrite",
  "ListCollectionIds",
  "PartitionQuery",
] as const;

/** Methods whose answer is a list of messages: a stream in gRPC, an array in REST. */
export const listMethods = ["BatchGetDocuments", "RunQuery", "RunAggregationQuery"] as const;

export const streamMethods = ["Listen", "Write"] as const;

export type UnaryMethod = (typeof unaryMethods)[number];
export type ListMethod = (typeof listMethods)[number];
export type StreamMethod = (typeof streamMethods)[number];

/** Where a stream puts its answers: nothing before the first message has come in, nothing after `end`. */
export interface Outbox {
  send(message: Message): void;
  end(error?: FirestoreError): void;
}

/** The service's half of a stream. It never throws: an error ends the stream through the outbox. */
export interface StreamSession {
  handleMessage(message: Message): void;
  /** The client is gone or has said that it is finished. */
  close(): void;
}

/** Throws and rejects with FirestoreError only. `authorization` is the header of that name. */
export interface FirestoreService {
  call(method: UnaryMethod, request: Message, authorization: string | undefined): Promise<Message>;
  callForList(method: ListMethod, request: Message, authorization: string | undefined): Promise<Message[]>;
  openStream(method: StreamMethod, authorization: string | undefined, outbox: Outbox): StreamSession;
}
