// The REST transport. Validates the request against the schema before it calls the service.

import type { IncomingMessage, ServerResponse } from "node:http";
import { FirestoreError } from "../../engine/index.ts";
import type { FirestoreService } from "../../service/protocol/firestore-service.ts";
import { readJsonObject } from "../encoding/body.ts";
import { errorBodyOf } from "../encoding/http-status.ts";
import { sendJson } from "../encoding/send-json.ts";
import { readMessage } from "../encoding/json-reader.ts";
import { writeMessage } from "../encoding/json-writer.ts";
import { requestTypeOf, responseTypeOf } from "../encoding/schema.ts";
import { parseResourcePath } from "./resource-path.ts";
import { routeRest } from "./rest-routes.ts";

export async function handleRest(
  service: FirestoreService,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  try {
    sendJson(response, 200, await answerRest(service, request, url));
  } catch (error) {
    const body = errorBodyOf(error);
    sendJson(response, body.error.code, body);
  }
}

async function answerRest(service: FirestoreService, request: IncomingMessage, url: URL): Promise<unknown> {
  const path = parseResourcePath(url.pathname);
  const body = await readJsonObject(request);
  if (!path) throw new FirestoreError("NOT_FOUND", `There is nothing at ${url.pathname}.`);
  const call = routeRest(request.method ?? "GET", path, url.searchParams, body);
  const message = readMessage(requestTypeOf(call.method), call.request);
  const { authorization } = request.headers;
  const type = responseTypeOf(call.method);
  if (call.kind === "unary") return writeMessage(type, await service.call(call.method, message, authorization));
  const answers = await service.callServerStreaming(call.method, message, authorization);
  return answers.map((answer) => writeMessage(type, answer));
}
