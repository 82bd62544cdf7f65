// CORS for any origin. Pages under test come from another port and often from another host name.
// The server is protected by listening only on loopback.

import type { IncomingMessage, ServerResponse } from "node:http";

const exposedHeaders = "x-client-wire-protocol, x-http-session-id, x-http-initial-response";
const preflightSeconds = 3600;

export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Allow-Credentials", "true");
  response.setHeader("Access-Control-Expose-Headers", exposedHeaders);
  response.setHeader("Vary", "Origin");
}

export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS");
  const asked = request.headers["access-control-request-headers"];
  if (asked !== undefined) response.setHeader("Access-Control-Allow-Headers", asked);
  // Chromium asks before it lets a page from a public address reach a private one.
  if (request.headers["access-control-request-private-network"] === "true") {
    response.setHeader("Access-Control-Allow-Private-Network", "true");
  }
  response.setHeader("Access-Control-Max-Age", String(preflightSeconds));
  response.writeHead(200).end();
}
