// The service's interface to the transports: methods by their gRPC name, all in ProtoJSON. A method
// that is not in the tables below answers UNIMPLEMENTED in every transport.

import type { FirestoreError } from "../../engine/index.ts";

/** A request or response of google.firestore.v1 in ProtoJSON. */
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

/** Server-streaming methods: a stream in gRPC, an array in REST. */
export const serverStreamingMethods = ["BatchGetDocuments", "RunQuery", "RunAggregationQuery"] as const;

export const bidiStreamingMethods = ["Listen", "Write"] as const;

export type UnaryMethod = (typeof unaryMethods)[number];
export type ServerStreamingMethod = (typeof serverStreamingMethods)[number];
export type BidiStreamingMethod = (typeof bidiStreamingMethods)[number];

/**
 * Receives the responses of a stream. Gets nothing before the first request, and nothing after
 * `end`.
 */
export interface ResponseStream {
  send(message: Message): void;
  end(error?: FirestoreError): void;
}

/** The server side of a stream. Never throws: an error ends the response stream. */
export interface StreamSession {
  handleMessage(message: Message): void;
  /** The client has disconnected or has half-closed the stream. */
  close(): void;
}

/** Throws and rejects only with FirestoreErrors. `authorization` is the header of that name. */
export interface FirestoreService {
  call(method: UnaryMethod, request: Message, authorization: string | undefined): Promise<Message>;
  callServerStreaming(
    method: ServerStreamingMethod,
    request: Message,
    authorization: string | undefined,
  ): Promise<Message[]>;
  openStream(method: BidiStreamingMethod, authorization: string | undefined, responses: ResponseStream): StreamSession;
}
