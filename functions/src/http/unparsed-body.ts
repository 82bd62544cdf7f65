// The functions framework unpacks and parses a body and decodes the path before our code is asked, and answers what is malformed by
// itself: a page of HTML, with a stack. So before the framework looks at a request its body is declared to be plain bytes (which it
// keeps in `rawBody`, and leaves alone); what the caller declared is remembered. A path that cannot be decoded is made one that can,
// and is nobody's. https://nodejs.org/api/diagnostics_channel.html#http
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const channel = "http.server.request.start";
const declared = Symbol.for("meetogram.declaredBody");

interface DeclaredBody {
  readonly mediaType: string;
  readonly encoding: string;
}

interface DeclaredRequest extends IncomingMessage {
  [declared]?: DeclaredBody;
}

/** For every HTTP server of this process, until the returned function is called. */
export function keepBodiesUnparsed(): () => void {
  subscribe(channel, declareBytes);
  return () => void unsubscribe(channel, declareBytes);
}

function declareBytes(message: unknown): void {
  const { request } = message as { request: DeclaredRequest };
  // Two copies of this module may be loaded: the first one that sees a request is right.
  if (request[declared] !== undefined) return;
  request[declared] = readDeclaration(request);
  if (request.headers["content-type"] !== undefined) request.headers["content-type"] = "application/octet-stream";
  delete request.headers["content-encoding"];
  if (!isDecodable(request.url ?? "")) request.url = request.url?.replaceAll("%", "%25");
}

function readDeclaration({ headers }: IncomingMessage): DeclaredBody {
  return { mediaType: headers["content-type"] ?? "", encoding: headers["content-encoding"] ?? "identity" };
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** What the caller declared: the media type, empty where there is none, and the encoding. */
export function declarationOf(request: DeclaredRequest): DeclaredBody {
  return request[declared] ?? readDeclaration(request);
}
