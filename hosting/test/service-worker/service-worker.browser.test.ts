import { expect } from "chai";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { fakeDevices, launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { waitUntil } from "../call/browser/browser.ts";
import { deploySite, roomPath, visitKept, type DeployedSite } from "./deployed-site.ts";

function listKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

const firstScript = (page: Page) => page.locator('script[type="module"]').getAttribute("src");

describe("service worker", () => {
  let browser: Browser;
  let site: DeployedSite;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    browser = await launchChromium(fakeDevices());
  });
  after(() => browser.close());

  beforeEach(async () => {
    site = await deploySite();
    context = await visitKept(browser, site.origin, "/");
    page = context.pages()[0]!;
  });
  afterEach(async () => {
    await context.close();
    await site.close();
  });

  it("opens the start and a room's link without a network, and says what is missing", async () => {
    await context.setOffline(true);
    await page.reload();
    await page.getByTestId("go").click();
    await page.getByRole("heading", { name: "You are offline" }).waitFor();

    await page.goto(roomPath);
    await page.getByRole("heading", { name: "You are offline" }).waitFor();
  });

  it("keeps pages, scripts and styles, and neither a room's address nor an answer", async () => {
    await page.goto(roomPath);
    await page.getByTestId("dead-end").waitFor();

    const kept = await listKept(page);
    expect(kept).to.include.members(["/index.html", "/room.html"]);
    const others = kept.filter((path) => !/^\/assets\/.*\.(?:js|css)$/.test(path));
    expect(others).to.have.members(["/index.html", "/room.html"]);
  });

  it("lets a page of the older version load its own scripts, and opens the newer one with a reload", async () => {
    const before = await firstScript(page);
    await site.deployNext();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const installed = new Promise((resolve) => {
        registration.addEventListener("updatefound", () => {
          const worker = registration.installing!;
          worker.addEventListener("statechange", () => worker.state === "installed" && resolve(undefined));
        });
      });
      await registration.update();
      await installed;
    });

    // A script that this page has not loaded yet, and that the server no longer has.
    await page.evaluate(() => (history.pushState(null, "", "/nothing"), dispatchEvent(new PopStateEvent("popstate"))));
    await page.getByTestId("dead-end").waitFor();

    await page.goto("/");
    await page.getByTestId("go").waitFor();
    expect(await firstScript(page)).not.to.equal(before);

    // The browser changes the worker some time after the last page has gone.
    await waitUntil("the newer worker in charge", async () => {
      await page.goto("about:blank");
      await page.waitForTimeout(500);
      await page.goto("/");
      return page.evaluate(async () => {
        const { waiting, active } = await navigator.serviceWorker.ready;
        return waiting === null && active?.state === "activated";
      });
    });
    const gone = (await listKept(page)).filter((path) => path === before);
    expect(gone).to.be.empty;
  });
});
