// The browser contexts of the journeys are used again. This tests that no journey can notice it.
import { expect } from "chai";
import type { Page } from "playwright-core";
import {
  createContextPool,
  type ContextPool,
  type PageInContext,
} from "../../../scripts/system/browsers/context-pool.ts";
import { devicePermissions, openContext } from "../support/contexts.ts";
import { controlNetwork } from "../support/network/network.ts";
import { getSystem, useSystem } from "../support/system.ts";

/** Runs in the page. Leaves something wherever it outlives a page. */
async function leaveTraces(): Promise<void> {
  localStorage.setItem("userID", "of another person");
  sessionStorage.setItem("session", "of another tab");
  document.cookie = "name=value";
  await caches.open("cache");
  await new Promise((resolve) => (indexedDB.open("database").onsuccess = resolve));
  history.pushState(null, "", "/another-page");
}

/** Runs in the page. */
async function findTraces() {
  const stateOf = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
  return {
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    permissions: [await stateOf("camera"), await stateOf("clipboard-read")],
  };
}

/** What the network had to deliver. A page goes on loading when it is ready. */
function listTransferred(): string[] {
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return resources
    .filter(({ name, transferSize }) => name.includes("/assets/") && transferSize > 0)
    .map(({ name }) => name);
}

function createPool(origin: string): ContextPool {
  const open = () => openContext({ origin });
  return createContextPool({ origin, blankPath: "/config.json", permissions: devicePermissions, open });
}

describe("a browser context that is used again", () => {
  useSystem();

  let pool: ContextPool;
  let origin: string;

  before(async () => {
    origin = (await getSystem()).url;
    pool = createPool(origin);
  });

  async function openStart(page: Page): Promise<void> {
    await page.goto(origin);
    await page.getByTestId("go").waitFor();
  }

  it("has kept nothing but the HTTP cache", async () => {
    const first = await pool.take();
    await openStart(first.page);
    const withoutTraces = await first.page.evaluate(findTraces);
    const transferred = await first.page.evaluate(listTransferred);
    expect(transferred).not.to.deep.equal([]);
    const heard: string[] = [];
    first.context.on("request", (request) => heard.push(request.url()));
    await first.page.evaluate(leaveTraces);
    await first.context.clearPermissions();
    await first.context.grantPermissions(["clipboard-read"], { origin });
    expect(await first.page.evaluate(findTraces)).not.to.deep.equal(withoutTraces);
    await first.release(false);

    const second = await pool.take();
    heard.length = 0;
    expect(first.page.isClosed()).to.equal(false);
    expect(await second.page.goBack()).to.equal(null);
    await openStart(second.page);
    expect(await second.page.evaluate(findTraces)).to.deep.equal(withoutTraces);
    const again = await second.page.evaluate(listTransferred);
    expect(again.filter((name) => transferred.includes(name))).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
    await second.release(false);
    expect(second.page.isClosed()).to.equal(false);
  });

  const changes: Record<string, (tab: PageInContext) => Promise<unknown>> = {
    "with another script": ({ context }) => context.addInitScript(() => undefined),
    "with a route": ({ page }) => page.route("**/create", (route) => route.abort()),
    "with another tab": ({ context }) => context.newPage(),
    "with another size": ({ page }) => page.setViewportSize({ width: 360, height: 740 }),
    "with a controlled network": ({ page }) => controlNetwork(page),
    "without a page": ({ page }) => page.close(),
  };
  for (const [change, make] of Object.entries(changes)) {
    it(`is never one ${change}`, async () => {
      const lease = await pool.take();
      await make(lease);
      await lease.release(false);
      expect(lease.page.isClosed()).to.equal(true);
    });
  }

  it("is never one of a failed test, or one that could not be cleaned", async () => {
    const failed = await pool.take();
    await failed.release(true);
    expect(failed.page.isClosed()).to.equal(true);
    const unreachable = await createPool("http://127.0.0.1:1").take();
    await unreachable.release(false);
    expect(unreachable.page.isClosed()).to.equal(true);
  });
});
