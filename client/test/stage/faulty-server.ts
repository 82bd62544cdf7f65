// A real HTTP server on loopback that fails on demand: one behaviour for each request. It records
// the requests.
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Behaviour =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  /** The connection breaks before the answer, or in the middle of it. */
  | "drop"
  | "drop-midway"
  | "hang";

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FaultyServer {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  /** Resolves when the server has received this many requests. */
  waitForRequests(count: number): Promise<void>;
  close(): void;
}

export async function startFaultyServer(...behaviours: readonly Behaviour[]): Promise<FaultyServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer();
  server.on("request", async (request, response) => {
    const behaviour = behaviours[requests.length] ?? behaviours.at(-1);
    let body = "";
    for await (const chunk of request) body += String(chunk);
    requests.push({ method: request.method, url: request.url, headers: request.headers, body });
    server.emit("asked");
    if (behaviour === "hang") return;
    if (behaviour === "drop-midway") {
      response.writeHead(200, { "content-length": 100 });
      response.write('{"userID":', () => response.destroy());
    } else if (behaviour === "drop" || behaviour === undefined) {
      request.socket.destroy();
    } else {
      response.writeHead(behaviour.status, behaviour.headers);
      response.end(behaviour.text ?? JSON.stringify(behaviour.json));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async waitForRequests(count) {
      while (requests.length < count) await once(server, "asked");
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
