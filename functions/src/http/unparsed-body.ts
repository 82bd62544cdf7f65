// The functions framework decompresses and parses a body and decodes the path before it calls our
// code. It answers a malformed request itself, with an HTML page and a stack. So, before the
// framework sees a request, this module declares the body as plain bytes, which the framework only
// keeps in `rawBody`, and remembers what the caller declared. A path that cannot be decoded is
// escaped, and then matches no route. https://nodejs.org/api/diagnostics_channel.html#http
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

/** Applies to every HTTP server of this process until the returned function is called. */
export function keepBodiesUnparsed(): () => void {
  subscribe(channel, declareBytes);
  return () => void unsubscribe(channel, declareBytes);
}

function declareBytes(message: unknown): void {
  const { request } = message as { request: DeclaredRequest };
  // Two copies of this module may be loaded. The first one sees the original headers.
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

/** What the caller declared: the encoding, and the media type, which is empty if there is none. */
export function readDeclaredBody(request: DeclaredRequest): DeclaredBody {
  return request[declared] ?? readDeclaration(request);
}
