// HTTP/1 on the shared port: CORS for every path, then the transport for that path.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { FirestoreService } from "../service/protocol/firestore-service.ts";
import type { Scheduler } from "../service/scheduler.ts";
import { handleEmulatorRequest, type EmulatorActions } from "./emulator-endpoints.ts";
import { allowOrigin, answerPreflight } from "./cors.ts";
import { errorBodyOf } from "./encoding/http-status.ts";
import { sendJson } from "./encoding/send-json.ts";
import { handleRest } from "./rest/rest-server.ts";
import { createWebChannelServer } from "./web-channel/web-channel-server.ts";

const channelPath = /^\/google\.firestore\.v1\.Firestore\/(Listen|Write)\/channel$/;

export interface HttpTransport {
  readonly server: Server;
  close(): void;
}

export function createHttpTransport(options: {
  service: FirestoreService;
  emulator: EmulatorActions;
  scheduler: Scheduler;
  /** Serves the page for people. False if there is nothing at this path. */
  servePage(path: string, response: ServerResponse): boolean;
  onUnexpected(error: unknown): void;
}): HttpTransport {
  const channels = createWebChannelServer(options.service, options.scheduler);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowOrigin(request, response);
    if (request.method === "OPTIONS") return answerPreflight(request, response);
    const url = new URL(request.url ?? "/", "http://localhost");
    const streamMethod = channelPath.exec(url.pathname)?.[1];
    if (streamMethod === "Listen" || streamMethod === "Write") {
      return channels.handle(streamMethod, request, url, response);
    }
    if (/^\/ui(?:\/|$)/.test(url.pathname) && request.method === "GET" && options.servePage(url.pathname, response))
      return;
    if (url.pathname.startsWith("/emulator/")) return handleEmulatorRequest(options.emulator, request, url, response);
    if (url.pathname === "/") return void response.end("Ok\n");
    return handleRest(options.service, request, url, response);
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      // The client disconnected while its body was being read, so there is nobody to answer.
      if (request.destroyed && !request.complete) return;
      const body = errorBodyOf(error);
      if (body.error.status === "INTERNAL") options.onUnexpected(error);
      if (response.headersSent) response.destroy();
      else sendJson(response, body.error.code, body);
    });
  });
  // Back channels stay open for a minute and are silent for up to half of it.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 65_000;
  return { server, close: () => channels.close() };
}
