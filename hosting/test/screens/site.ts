// The built client in a real Chromium, served with the headers and fallbacks of firebase.json. Each
// test gives the server's answers. Everything else is what a person gets.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { buildWorkspace } from "../../../scripts/system/build.ts";
import { fakeDevices, launchChromium } from "../../../scripts/system/launch-chromium.ts";

const hostingFolder = fileURLToPath(new URL("../..", import.meta.url));
const contentTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

export const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
export const roomPath = `/r/${uuid}#AAECAwQFBgcICQoLDA0ODw`;

/** An answer of the server: a body, an error's code, or none ("never"). */
export type Answer = "never" | { status?: number; headers?: Record<string, string>; json: unknown };
export type Answers = Partial<Record<"create" | "generateID" | "room" | "connect", Answer>>;

export function refusal(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, json: { code, message: code } };
}

export const openRoom: Answer = {
  json: { uuid, expiresAt: "2030-01-01T00:00:00.000Z", isProtected: false, capacity: 8, participants: 2 },
};

const defaultAnswers: Required<Answers> = {
  create: { json: { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "A".repeat(43) } },
  generateID: { json: { userID: uuid } },
  room: openRoom,
  connect: "never",
};

/** Of a project that does not exist: no test here signs in. */
const configuration = {
  firebase: { projectId: "demo-meetogram", apiKey: "none" },
  emulators: { firestore: { host: "127.0.0.1", port: 1 }, auth: { host: "127.0.0.1", port: 1 } },
};

export interface Visitor {
  readonly page: Page;
  /** Opens another tab of the same browser. */
  openTab(): Promise<Page>;
  /** The requested paths of the site, in order. */
  readonly requested: string[];
  /** Errors of the pages: exceptions, or violations of the Content-Security-Policy. */
  readonly faults: string[];
  /** What the server answers from now on. Tests change it. */
  readonly answers: Required<Answers>;
}

export interface Site {
  readonly origin: string;
  visit(
    options: BrowserContextOptions & { answers?: Answers; isAllowed?: boolean },
    body: (visitor: Visitor) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  await buildWorkspace(join(hostingFolder, ".."), "hosting");
  const server = await serve(join(hostingFolder, "dist"));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchChromium(fakeDevices());
  return {
    origin,
    visit: (options, body) => visit(browser, origin, options, body),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function visit(
  browser: Browser,
  origin: string,
  {
    answers: given,
    isAllowed = true,
    ...options
  }: BrowserContextOptions & { answers?: Answers | undefined; isAllowed?: boolean | undefined },
  body: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-US",
    // Drawing is a good part of the work: small windows, and squares that do not float.
    viewport: { width: 848, height: 480 },
    reducedMotion: "reduce",
    ...options,
  });
  try {
    if (isAllowed) await context.grantPermissions(["camera", "microphone"], { origin });
    const answers = { ...defaultAnswers, ...given };
    const requested: string[] = [];
    const faults: string[] = [];
    const patterns = {
      create: "/create",
      generateID: "/user/generateID",
      room: "/room/*",
      connect: "/connect",
    } as const;
    for (const [name, pattern] of Object.entries(patterns)) {
      await context.route(origin + pattern, async (route) => {
        const answer = answers[name as keyof Answers];
        if (answer !== "never") await route.fulfill({ status: 200, ...answer });
      });
    }
    context.on("request", (request) => requested.push(request.url().replace(origin, "")));
    await context.route(`${origin}/config.json`, (route) => route.fulfill({ json: configuration }));
    const openTab = async () => {
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) faults.push(message.text());
      });
      return page;
    };
    await body({ page: await openTab(), openTab, requested, faults, answers });
  } finally {
    await context.close();
  }
}

async function serve(folder: string): Promise<Server> {
  const configuration = JSON.parse(await readFile(join(hostingFolder, "../firebase.json"), "utf8")) as {
    hosting: { headers: { source: string; headers: { key: string; value: string }[] }[] };
  };
  const everywhere = configuration.hosting.headers.find(({ source }) => source === "**")?.headers ?? [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    for (const { key, value } of everywhere) response.setHeader(key, value);
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
