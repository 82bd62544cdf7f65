// A response in JSON.

import type { ServerResponse } from "node:http";

export function sendJson(response: ServerResponse, code: number, body: unknown): void {
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.writeHead(code).end(JSON.stringify(body));
}
