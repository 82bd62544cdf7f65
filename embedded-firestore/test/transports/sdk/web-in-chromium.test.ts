import { expect } from "chai";
import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { useBrowser, type BrowserClient, type TestBrowser } from "./browser.ts";
import { startCuttingProxy, type CuttingProxy } from "./cutting-proxy.ts";
import { describeAuthorization } from "./describe-authorization.ts";
import { describeFirestore, untilData, untilIds } from "./describe-firestore.ts";
import type { ConnectOptions } from "./test-client.ts";

describe("the JS SDK in Chromium, over WebChannel", () => {
  let firestore: RunningFirestore;
  let browser: TestBrowser;
  before(async () => {
    firestore = await startFirestore();
    browser = await useBrowser();
  });
  after(() => firestore.close());

  const connect = (options: ConnectOptions): Promise<BrowserClient> =>
    browser.openPage({ ...options, port: firestore.port });
  describeFirestore("the JS SDK in Chromium", connect);
  describeAuthorization("the JS SDK in Chromium", { host: () => firestore.host, connect });
  describeFirestore("the JS SDK in Chromium, long polling", (options) =>
    browser.openPage({ ...options, port: firestore.port, forceLongPolling: true }),
  );

  describe("connections", () => {
    const owner: ConnectOptions = { project: "demo-connections", as: "owner" };
    const pages: BrowserClient[] = [];
    let proxy: CuttingProxy;

    beforeEach(async () => {
      firestore.clear(owner.project);
      proxy = await startCuttingProxy(firestore.port);
    });
    afterEach(async () => {
      await Promise.all(pages.splice(0).map((page) => page.close()));
      await proxy.close();
    });

    async function open(port: number, host?: string): Promise<BrowserClient> {
      const page = await browser.openPage({ ...owner, port, ...(host === undefined ? {} : { host }) });
      pages.push(page);
      return page;
    }

    it("lose and repeat nothing after a reset", async () => {
      const listening = await open(proxy.port, "127.0.0.1");
      const writing = await open(firestore.port);
      const listener = await listening.listen({ query: { collection: "rooms" } });
      await untilIds(listener, []);
      for (const round of [1, 2, 3]) {
        proxy.cut();
        await writing.write([{ kind: "set", path: `rooms/r${round}`, data: { round } }]);
        await untilIds(
          listener,
          Array.from({ length: round }, (_none, index) => `r${index + 1}`),
        );
      }
      const sizes = listener.events.map((event) => ("snapshot" in event ? event.snapshot.documents?.length : -1));
      expect(sizes).to.deep.equal([0, 1, 2, 3]);
      expect(proxy.cutCount).to.be.at.least(3);
    });

    it("resume their listeners after going offline", async () => {
      const page = await open(firestore.port);
      const listener = await page.listen({ path: "rooms/a" });
      await untilData(listener, null);
      const writing = await open(firestore.port);
      await page.goOffline();
      await writing.write([{ kind: "set", path: "rooms/a", data: { n: 1 } }]);
      await page.goOnline();
      await untilData(listener, { n: 1 });
    });
  });
});
