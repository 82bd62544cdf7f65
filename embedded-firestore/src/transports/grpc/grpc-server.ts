// The gRPC transport. The schema provides the method table, and each kind of call has one handler.
// grpc-js passes raw buffers, so that an unreadable request is answered with INVALID_ARGUMENT.

import {
  Server,
  ServerCredentials,
  type ConnectionInjector,
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type Metadata,
  type ServerWritableStream,
  type ServiceDefinition,
  type StatusObject,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { FirestoreError } from "../../engine/index.ts";
import {
  serverStreamingMethods,
  bidiStreamingMethods,
  unaryMethods,
  type FirestoreService,
  type ServerStreamingMethod,
  type BidiStreamingMethod,
  type UnaryMethod,
} from "../../service/protocol/firestore-service.ts";
import { statusCodes } from "../../service/protocol/status-codes.ts";
import { methodSchemas, type MethodSchema } from "../encoding/schema.ts";
import { decodeMessage, encodeMessage } from "./codec.ts";

const maxMessageBytes = 32 * 1024 * 1024;
/** Trailers have their own size limit. A longer message would end the whole connection. */
const maxStatusMessageLength = 2000;

const identity = (bytes: Buffer): Buffer => bytes;

export function createGrpcServer(service: FirestoreService): ConnectionInjector {
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  const definition: Record<string, ServiceDefinition[string]> = {};
  const implementation: UntypedServiceImplementation = {};
  for (const schema of methodSchemas.values()) {
    definition[schema.name] = {
      path: `/google.firestore.v1.Firestore/${schema.name}`,
      requestStream: schema.isRequestStream,
      responseStream: schema.isResponseStream,
      requestSerialize: identity,
      requestDeserialize: identity,
      responseSerialize: identity,
      responseDeserialize: identity,
    };
    implementation[schema.name] = handlerFor(service, schema);
  }
  server.addService(definition, implementation);
  return server.createConnectionInjector(ServerCredentials.createInsecure());
}

function handlerFor(service: FirestoreService, schema: MethodSchema): UntypedServiceImplementation[string] {
  const { name } = schema;
  if (isOneOf(unaryMethods, name)) return unaryHandler(service, schema, name);
  if (isOneOf(serverStreamingMethods, name)) return serverStreamingHandler(service, schema, name);
  if (isOneOf(bidiStreamingMethods, name)) return bidiStreamingHandler(service, schema, name);
  const error = new FirestoreError("UNIMPLEMENTED", `${name} is not implemented.`);
  if (schema.isResponseStream)
    return (call: ServerWritableStream<Buffer, Buffer>) => call.emit("error", statusOf(error));
  return (_call: unknown, callback: (error: Error) => void) => callback(statusOf(error));
}

function unaryHandler(
  service: FirestoreService,
  { request, response }: MethodSchema,
  method: UnaryMethod,
): handleUnaryCall<Buffer, Buffer> {
  return async (call, callback) => {
    try {
      const answer = await service.call(method, decodeMessage(request, call.request), authorizationOf(call.metadata));
      callback(null, encodeMessage(response, answer));
    } catch (error) {
      callback(statusOf(error));
    }
  };
}

function serverStreamingHandler(
  service: FirestoreService,
  { request, response }: MethodSchema,
  method: ServerStreamingMethod,
): handleServerStreamingCall<Buffer, Buffer> {
  return async (call) => {
    try {
      const message = decodeMessage(request, call.request);
      const answers = await service.callServerStreaming(method, message, authorizationOf(call.metadata));
      for (const answer of answers) call.write(encodeMessage(response, answer));
      call.end();
    } catch (error) {
      call.emit("error", statusOf(error));
    }
  };
}

function bidiStreamingHandler(
  service: FirestoreService,
  { request, response }: MethodSchema,
  method: BidiStreamingMethod,
): handleBidiStreamingCall<Buffer, Buffer> {
  return (call) => {
    let hasEnded = false;
    const fail = (error: unknown): void => {
      if (hasEnded) return;
      close();
      call.emit("error", statusOf(error));
    };
    const close = (): void => {
      hasEnded = true;
      session.close();
    };
    const session = service.openStream(method, authorizationOf(call.metadata), {
      send(message) {
        if (!hasEnded) call.write(encodeMessage(response, message));
      },
      end(error) {
        if (error) return fail(error);
        if (!hasEnded) call.end();
        hasEnded = true;
      },
    });
    call.on("data", (bytes: Buffer) => {
      if (hasEnded) return;
      try {
        session.handleMessage(decodeMessage(request, bytes));
      } catch (error) {
        fail(error);
      }
    });
    call.on("end", () => {
      if (!hasEnded) call.end();
      close();
    });
    call.on("cancelled", close);
    call.on("error", close);
    call.on("close", close);
  };
}

function authorizationOf(metadata: Metadata): string | undefined {
  const value = metadata.get("authorization")[0];
  return value === undefined ? undefined : String(value);
}

function statusOf(error: unknown): Error & Partial<StatusObject> {
  const { status, message } =
    error instanceof FirestoreError ? error : new FirestoreError("INTERNAL", "Internal error.");
  const details = message.slice(0, maxStatusMessageLength);
  return Object.assign(new Error(details), { code: statusCodes[status], details });
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
