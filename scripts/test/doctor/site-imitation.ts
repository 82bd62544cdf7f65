// The site as it is deployed: the system of `npm start`, with what only the real Hosting and the
// real platform do before it. These are HSTS, the configuration of the web app, the policy of
// firebase.json as it is written, and the addresses of callers at the end of X-Forwarded-For.
import { once } from "node:events";
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { createApp, type AppOptions } from "../../../functions/src/http/app.ts";
import { router } from "../../../functions/src/routes/generate-id.ts";
import { projectID } from "../../system/local-config.ts";
import { findFreePorts } from "../../system/ports.ts";
import { startSystem } from "../../system/start-system.ts";
import { appID, project, region } from "./google-answers.ts";

const person = "192.0.2.7";
const proxy = "203.0.113.9";
export const proxies = ["203.0.113.0/24"];

export interface SiteAnswer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

export interface SiteImitation {
  readonly url: string;
  /** Where the functions answer at their own address. */
  readonly functionsAt: string;
  /** What a test changes of an answer; the path is that of the site. */
  change: (path: string, answer: SiteAnswer) => void;
  /** How the functions count callers. */
  countCallers(options: Partial<AppOptions>): void;
  close(): Promise<void>;
}

/** What Hosting answers: https://firebase.google.com/docs/hosting/reserved-urls */
const configuration = {
  projectId: project,
  appId: appID,
  storageBucket: `${project}.firebasestorage.app`,
  apiKey: "AIzaSyImitated",
  authDomain: `${project}.firebaseapp.com`,
  messagingSenderId: "123456789012",
};

/** The Hosting emulator's answer to the same request. */
async function pass(request: IncomingMessage, port: number, path: string): Promise<SiteAnswer> {
  const { method, headers } = request;
  const passed = ask({ host: "127.0.0.1", port, path, method, headers: { ...headers, "accept-encoding": "identity" } });
  request.pipe(passed);
  const [answer] = (await once(passed, "response")) as [IncomingMessage];
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: await buffer(answer) };
}

function deployed(path: string, answer: SiteAnswer): void {
  answer.headers["strict-transport-security"] = "max-age=31556926; includeSubDomains; preload";
  // npm start allows its emulators besides.
  const policy = answer.headers["content-security-policy"];
  if (typeof policy === "string") {
    answer.headers["content-security-policy"] = policy.replaceAll(/ http:\/\/(127\.0\.0\.1|\*\.localhost):\d+/g, "");
  }
  if (path !== "/__/firebase/init.json") return;
  Object.assign(answer, { status: 200, body: Buffer.from(JSON.stringify(configuration)) });
  answer.headers["content-type"] = "application/json; charset=utf-8";
}

function send(response: ServerResponse, { status, headers, body }: SiteAnswer): void {
  const { "content-length": _length, "transfer-encoding": _encoding, connection: _connection, ...rest } = headers;
  response.writeHead(status, rest);
  response.end(body);
}

export async function startSite(): Promise<SiteImitation> {
  const ports = await findFreePorts();
  const system = await startSystem({ ports });
  // Its time stands still, so that no limit fills up again.
  const createPlatform = (options: Partial<AppOptions>) =>
    createApp({ router, report: () => undefined, now: () => 0, ...options });
  let platform = createPlatform({});

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path = "/" } = request;
    const [, own] = /^\/functions(\/.*)$/.exec(path) ?? [];
    if (path === "/user/generateID" || own === "/generateID") {
      const added = own === undefined ? [person, proxy] : [person];
      request.headers["x-forwarded-for"] = [request.headers["x-forwarded-for"], ...added].join(", ");
      if (own !== undefined) request.url = "/";
      platform(request, response);
      return;
    }
    const answer =
      own === undefined
        ? await pass(request, ports.hosting, path)
        : await pass(request, ports.functions, `/${projectID}/${region}${own}`);
    if (own === undefined) deployed(path, answer);
    site.change(path, answer);
    send(response, answer);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: SiteImitation = {
    url,
    functionsAt: `${url}/functions`,
    change: () => undefined,
    countCallers(options) {
      platform = createPlatform(options);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await system.stop();
    },
  };
  return site;
}
