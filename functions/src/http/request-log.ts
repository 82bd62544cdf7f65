// One line in the log for each request: what was asked, how it was answered, how long it took. A
// line has nothing that the caller has sent. A room is in it as a pseudonym.
import { AsyncResource } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { EndpointName, ErrorCode } from "@meetogram/contract";
import * as logger from "firebase-functions/logger";
import { describeError } from "../describe-error.ts";
import { logSecret } from "../parameters.ts";
import { toRoomPseudonym } from "../room-pseudonym.ts";

interface Notes {
  readonly requestID: string;
  readonly functionName: string;
  route?: EndpointName;
  uuid?: string | undefined;
  code?: ErrorCode;
}

/** The caller has left before the answer was sent. Servers log this number, and never answer it. */
const goneStatus = 499;

/** Two copies of this module may be loaded. */
const notesOf = Symbol.for("meetogram.requestNotes");

interface NotedResponse extends ServerResponse {
  [notesOf]?: Notes;
}

/** Writes the line when the request has ended. The caller gets the ID of the request. */
export function logRequest(
  functionName: string,
  request: IncomingMessage,
  response: NotedResponse,
  isCold: boolean,
): void {
  const startedAtMs = performance.now();
  const { method } = request;
  const notes: Notes = { functionName, requestID: readRequestID(request) };
  response[notesOf] = notes;
  response.setHeader("X-Request-Id", notes.requestID);
  const write = (): void => {
    const { requestID, route, uuid, code } = notes;
    const status = response.writableFinished ? response.statusCode : goneStatus;
    const ms = Math.round(performance.now() - startedAtMs);
    logger.write({
      severity: status === 429 || status >= 500 ? "WARNING" : "INFO",
      message: [method, route ?? functionName, status, code].filter((part) => part !== undefined).join(" "),
      event: "request",
      function: functionName,
      method,
      route,
      status,
      code,
      ms,
      isCold,
      room: uuid === undefined ? undefined : toRoomPseudonym(uuid, logSecret()),
      requestID,
    });
  };
  // Bound to the request, whose trace the logger adds.
  response.once("close", AsyncResource.bind(write));
}

/** What the line of this request will tell, in addition to the status and the time. */
export function noteRequest(response: NotedResponse, noted: Pick<Notes, "route" | "uuid" | "code">): void {
  Object.assign(response[notesOf] ?? {}, noted);
}

/** Writes a line of its own, at once: the request may still wait for its answer. */
export function logFailure(what: string, error: unknown, response: NotedResponse): void {
  const { functionName, route, requestID } = response[notesOf] ?? {};
  logger.write({
    severity: "ERROR",
    message: what,
    event: "failure",
    function: functionName,
    route,
    requestID,
    ...describeError(error),
  });
}

/**
 * The trace of the platform, whose own lines have it too. A caller may choose it: 32 hexadecimal
 * digits, nothing else. Without a trace the ID is random.
 * https://cloud.google.com/trace/docs/trace-context, https://www.w3.org/TR/trace-context/
 */
function readRequestID({ headers }: IncomingMessage): string {
  const [, ofGoogle] = /^([0-9a-f]{32})\//i.exec(String(headers["x-cloud-trace-context"])) ?? [];
  const [, ofW3C] = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(String(headers["traceparent"])) ?? [];
  return (ofGoogle ?? ofW3C)?.toLowerCase() ?? randomBytes(16).toString("hex");
}
