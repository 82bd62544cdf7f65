// The functions framework parses a JSON body before our code is asked, and answers malformed JSON by itself: a page of HTML, without
// a code. So a body is declared to be plain bytes before the framework looks at it (it keeps them in `rawBody`, and parses nothing);
// what the caller declared is remembered on the request. https://nodejs.org/api/diagnostics_channel.html#http
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const channel = "http.server.request.start";
const declared = Symbol.for("meetogram.mediaType");

interface DeclaredRequest extends IncomingMessage {
  [declared]?: string;
}

/** For every HTTP server of this process, until the returned function is called. */
export function keepBodiesUnparsed(): () => void {
  subscribe(channel, declareBytes);
  return () => void unsubscribe(channel, declareBytes);
}

function declareBytes(message: unknown): void {
  const { request } = message as { request: DeclaredRequest };
  const mediaType = request.headers["content-type"];
  // Two copies of this module may be loaded: the first one that sees a request is right.
  if (mediaType === undefined || request[declared] !== undefined) return;
  request[declared] = mediaType;
  request.headers["content-type"] = "application/octet-stream";
}

/** The media type that the caller declared; empty when it declared none. */
export function mediaTypeOf(request: DeclaredRequest): string {
  return request[declared] ?? request.headers["content-type"] ?? "";
}
