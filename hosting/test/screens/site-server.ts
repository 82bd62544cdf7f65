// Serves the built client with the headers and fallbacks of firebase.json, and the answers that a
// test gives. Routes of the browser would switch its HTTP cache off.
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const hostingFolder = fileURLToPath(new URL("../..", import.meta.url));
const contentTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** An answer of the server: a body, an error's code, or none ("never"). */
export type Answer = "never" | { status?: number; headers?: Record<string, string>; json: unknown };
export type Answers = Record<"create" | "generateID" | "room" | "connect", Answer>;

/** Of a project that does not exist: no test here signs in. */
const configuration: Answer = {
  headers: { "cache-control": "no-store" },
  json: {
    firebase: { projectId: "demo-meetogram", apiKey: "none" },
    emulators: { firestore: { host: "127.0.0.1", port: 1 }, auth: { host: "127.0.0.1", port: 1 } },
  },
};

function findAnswer(pathname: string, answers: Answers): Answer | null {
  if (pathname === "/config.json") return configuration;
  if (pathname === "/create") return answers.create;
  if (pathname === "/user/generateID") return answers.generateID;
  if (pathname === "/connect") return answers.connect;
  return pathname.startsWith("/room/") ? answers.room : null;
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer === "never") return;
  response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
  response.end(JSON.stringify(answer.json));
}

interface HeaderRule {
  readonly source?: string;
  readonly regex?: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

async function readHeaderRules(): Promise<readonly HeaderRule[]> {
  const text = await readFile(join(hostingFolder, "../firebase.json"), "utf8");
  return (JSON.parse(text) as { hosting: { headers: HeaderRule[] } }).hosting.headers;
}

function isFor({ source, regex }: HeaderRule, pathname: string): boolean {
  if (source === undefined) return new RegExp(regex ?? "").test(pathname);
  if (source.startsWith("!")) return !isFor({ source: source.slice(1), headers: [] }, pathname);
  return source.endsWith("**") ? pathname.startsWith(source.slice(0, -2)) : pathname === source;
}

/** `readAnswers` is asked at each request. */
export async function serveSite(folder: string, readAnswers: () => Answers): Promise<Server> {
  const rules = await readHeaderRules();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const answer = findAnswer(pathname, readAnswers());
    if (answer !== null) return sendAnswer(response, answer);
    for (const { headers } of rules.filter((rule) => isFor(rule, pathname))) {
      for (const { key, value } of headers) response.setHeader(key, value);
    }
    const respond = (path: string) =>
      readFile(join(folder, path)).then((body) => {
        response.setHeader("content-type", contentTypes[extname(path)] ?? "application/octet-stream");
        response.end(body);
      });
    respond(pathname === "/" ? "index.html" : pathname)
      .catch(() => (pathname.startsWith("/assets/") ? Promise.reject(new Error("No asset")) : respond("index.html")))
      .catch(() => response.writeHead(404).end());
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}
