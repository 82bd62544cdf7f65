// The built client in a real Chromium. Each test gives the server's answers. Everything else is
// what a person gets. All suites share one site, and visits use the contexts of earlier ones.
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { buildWorkspace } from "../../../scripts/system/build.ts";
import { createContextPool, type Lease, type PageInContext } from "../../../scripts/system/browsers/context-pool.ts";
import { fakeDevices, launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { hostingFolder, serveSite, type Answer, type Answers } from "./site-server.ts";

export type { Answer } from "./site-server.ts";

export const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
export const roomPath = `/r/${uuid}#AAECAwQFBgcICQoLDA0ODw`;

export function refusal(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, json: { code, message: code } };
}

export const openRoom: Answer = {
  json: {
    uuid,
    expiresAt: "2030-01-01T00:00:00.000Z",
    isProtected: false,
    hasLinkProof: false,
    capacity: 8,
    participants: 2,
  },
};

const defaultAnswers: Answers = {
  create: { json: { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "A".repeat(43) } },
  generateID: { json: { userID: uuid } },
  room: openRoom,
  connect: "never",
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
  readonly answers: Answers;
}

interface VisitOptions extends BrowserContextOptions {
  readonly answers?: Partial<Answers>;
  readonly isAllowed?: boolean;
}

export interface Site {
  readonly origin: string;
  visit(options: VisitOptions, body: (visitor: Visitor) => Promise<void>): Promise<void>;
}

const permissions = ["camera", "microphone"];
let opening: Promise<Site & { close(): Promise<void> }> | null = null;

export function openSite(): Promise<Site> {
  return (opening ??= open());
}

after(async () => (await opening)?.close());

async function open(): Promise<Site & { close(): Promise<void> }> {
  await buildWorkspace(join(hostingFolder, ".."), "hosting");
  let answers = defaultAnswers;
  const server = await serveSite(join(hostingFolder, "dist"), () => answers);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchChromium(fakeDevices(), "--host-resolver-rules=MAP insecure.test 127.0.0.1");
  const openPlain = () => openContext(browser, origin, {});
  const pool = createContextPool({ origin, blankPath: "/config.json", permissions, open: openPlain });

  async function take({
    isAllowed = true,
    ...options
  }: BrowserContextOptions & { isAllowed?: boolean }): Promise<Lease> {
    if (isAllowed && Object.keys(options).length === 0) return pool.take();
    const opened = await openContext(browser, origin, options);
    if (isAllowed) await opened.context.grantPermissions(permissions, { origin });
    return { ...opened, release: () => opened.context.close() };
  }

  return {
    origin,
    async visit({ answers: given, ...options }, body) {
      answers = { ...defaultAnswers, ...given };
      const lease = await take(options);
      let hasFailed = true;
      try {
        await body(createVisitor(lease, origin, answers));
        hasFailed = false;
      } finally {
        await lease.release(hasFailed);
      }
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function openContext(browser: Browser, origin: string, options: BrowserContextOptions): Promise<PageInContext> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-US",
    // Drawing is a good part of the work: small windows, and squares that do not float.
    viewport: { width: 848, height: 480 },
    reducedMotion: "reduce",
    // Only the tests about it have one: it would outlive its test.
    serviceWorkers: "block",
    ...options,
  });
  return { context, page: await context.newPage() };
}

function createVisitor({ context, page }: PageInContext, origin: string, answers: Answers): Visitor {
  const requested: string[] = [];
  const faults: string[] = [];
  context.on("request", (request) => requested.push(request.url().replace(origin, "")));
  const watch = (tab: Page) => {
    tab.on("pageerror", (error) => faults.push(error.stack ?? error.message));
    tab.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) faults.push(message.text());
    });
    return tab;
  };
  return { page: watch(page), openTab: async () => watch(await context.newPage()), requested, faults, answers };
}
