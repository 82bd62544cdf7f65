import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { abandonedMs, noopIntervalMs, rotationMs } from "../../../src/transports/web-channel/channel.ts";
import { isLongRun } from "../../support/long-tests.ts";
import { createManualScheduler, type ManualScheduler } from "../../service/manual-scheduler.ts";
import { connectAdminClient } from "./admin-client.ts";
import { useBrowser, type BrowserClient, type TestBrowser } from "./browser.ts";
import { untilData, untilIds } from "./describe-firestore.ts";
import { startFaultProxy, type Fault, type FaultProxy } from "./fault-proxy.ts";
import type { Listener, TestClient } from "./test-client.ts";

const backChannel = /^GET .*\/Listen\/channel\?.*TYPE=xmlhttp/;
const anyBackChannel = /^GET .*\/channel\?.*TYPE=xmlhttp/;
const forwardWrite = /^POST .*\/Write\/channel\?.*SID=/;
const handshake = /^POST .*\/channel\?(?!.*[?&]SID=)/;

describe("WebChannel with network faults, with the JS SDK in Chromium", () => {
  let firestore: RunningFirestore;
  let scheduler: ManualScheduler;
  let proxy: FaultProxy;
  let browser: TestBrowser;
  let project: string;
  let admin: TestClient;
  const pages: BrowserClient[] = [];

  before(async () => {
    browser = await useBrowser();
  });
  beforeEach(async () => {
    scheduler = createManualScheduler();
    firestore = await startFirestore({ scheduler });
    proxy = await startFaultProxy(firestore.port);
    project = `demo-${randomUUID()}`;
    admin = connectAdminClient({ host: firestore.host, project });
  });
  afterEach(async () => {
    await Promise.all([...pages.splice(0), admin].map((client) => client.close()));
    await proxy.close();
    await firestore.close();
  });

  async function openPage(forceLongPolling = false): Promise<BrowserClient> {
    const page = await browser.openPage({ project, as: "owner", port: proxy.port, forceLongPolling });
    pages.push(page);
    return page;
  }

  const set = (id: string): Promise<void> => admin.write([{ kind: "set", path: `rooms/${id}`, data: { id } }]);
  const sizesOf = ({ events }: Listener): unknown[] =>
    events.map((event) => ("snapshot" in event ? event.snapshot.documents?.length : event.errorCode));
  const add = (page: BrowserClient, by: number): Promise<void> =>
    page.write([{ kind: "set", path: "rooms/n", data: { n: { $transform: "increment", by } }, merge: true }]);

  for (const isLongPolling of [false, true]) {
    describe(isLongPolling ? "long polling" : "streaming", () => {
      it("sends a response again, once, that was truncated within a frame", async () => {
        const page = await openPage(isLongPolling);
        const listener = await page.listen({ query: { collection: "rooms" } });
        await untilIds(listener, []);
        for (const id of ["a", "b", "c"]) {
          const cut = proxy.once({ kind: "truncate answer", request: backChannel, answer: new RegExp(`rooms/${id}`) });
          await set(id);
          await page.hurry(cut);
        }
        await page.hurry(untilIds(listener, ["a", "b", "c"]));
        const sizes = sizesOf(listener);
        expect(sizes).to.deep.equal(sizes.toSorted()).and.to.include(3);
        expect(new Set(sizes).size, "no snapshot twice").to.equal(sizes.length);
      });

      it("applies a forward channel request once if its response is lost", async () => {
        const page = await openPage(isLongPolling);
        await add(page, 1);
        for (const by of [10, 100, 1000]) {
          const lost = proxy.once({ kind: "lose answer", request: forwardWrite });
          await Promise.all([add(page, by), lost]);
        }
        expect(await admin.get("rooms/n")).to.deep.equal({ n: 1111 });
      });

      it("applies a forward channel request that was lost and sent again", async () => {
        const page = await openPage(isLongPolling);
        await add(page, 1);
        for (const by of [10, 100]) {
          const lost = proxy.once({ kind: "lose request", request: forwardWrite });
          await Promise.all([add(page, by), lost]);
        }
        expect(await admin.get("rooms/n")).to.deep.equal({ n: 111 });
      });

      it("recovers from a lost handshake", async () => {
        const lost = proxy.once({ kind: "lose answer", request: handshake });
        const page = await openPage(isLongPolling);
        const listener = await page.listen({ path: "rooms/a" });
        await lost;
        await untilData(listener, null);
        const lostWrite = proxy.once({ kind: "lose answer", request: /^POST .*\/Write\/channel\?(?!.*[?&]SID=)/ });
        await Promise.all([add(page, 1), lostWrite]);
        expect(await admin.get("rooms/n")).to.deep.equal({ n: 1 });
      });

      it("delivers everything if the back channel fails to open at first", async () => {
        const lost = [1, 2].map(() => proxy.once({ kind: "lose request", request: anyBackChannel }));
        const page = await openPage(isLongPolling);
        const listener = await page.listen({ query: { collection: "rooms" } });
        await set("a");
        await Promise.all(lost);
        await untilIds(listener, ["a"]);
      });

      it("starts a new session if the server has forgotten the old one, and delivers what was missed", async () => {
        const page = await openPage(isLongPolling);
        const listener = await page.listen({ query: { collection: "rooms" } });
        await untilIds(listener, []);
        // Starts after the cut. A poll lost before it would leave no response to cut.
        const leaving = proxy
          .once({ kind: "lose answer", request: backChannel })
          .then(() => proxy.always({ kind: "lose request", request: anyBackChannel }));
        await set("a");
        const away = await page.hurry(leaving);
        await page.hurry(away.happened);
        scheduler.advance(abandonedMs);
        await set("b");
        away.stop();
        await page.hurry(untilIds(listener, ["a", "b"]));
        await set("c");
        await untilIds(listener, ["a", "b", "c"]);
      });

      it("delivers everything across noops and new back channels", async () => {
        const page = await openPage(isLongPolling);
        const listener = await page.listen({ query: { collection: "rooms" } });
        await untilIds(listener, []);
        for (const [id, afterMs] of [
          ["a", noopIntervalMs],
          ["b", rotationMs],
          ["c", rotationMs],
        ] as const) {
          scheduler.advance(afterMs);
          await set(id);
        }
        await untilIds(listener, ["a", "b", "c"]);
        expect(sizesOf(listener).at(-1)).to.equal(3);
      });

      it("accepts a restarted server that has lost its data", async () => {
        const page = await openPage(isLongPolling);
        const listener = await page.listen({ query: { collection: "rooms" } });
        await untilIds(listener, []);
        await set("a");
        await untilIds(listener, ["a"]);
        const { port } = firestore;
        await firestore.close();
        firestore = await startFirestore({ port, scheduler });
        await untilIds(listener, []);
        await add(page, 1);
        await untilIds(listener, ["n"]);
      });
    });
  }

  it("applies every write once while two pages write and listen under all kinds of faults", async () => {
    const rounds = isLongRun ? 8 : 4;
    const [one, two] = await Promise.all([openPage(), openPage(true)]);
    const listeners = await Promise.all([one, two].map((page) => page.listen({ path: "rooms/n" })));
    await Promise.all(listeners.map((listener) => untilData(listener, null)));
    const faults: Fault[] = [
      { kind: "truncate answer", request: backChannel, answer: /rooms\/n/ },
      { kind: "lose answer", request: forwardWrite },
      { kind: "lose request", request: forwardWrite },
      { kind: "lose request", request: anyBackChannel },
    ];
    for (let round = 0; round < rounds; round += 1) {
      void proxy.once(faults[round % faults.length] as Fault);
      await Promise.all([add(one, 1), add(two, 1)]);
    }
    expect(await admin.get("rooms/n")).to.deep.equal({ n: 2 * rounds });
    await Promise.all(listeners.map((listener) => untilData(listener, { n: 2 * rounds })));
    for (const { events } of listeners) {
      const seen = events.map((event) => ("snapshot" in event ? Number(event.snapshot.data?.["n"] ?? 0) : -1));
      expect(seen, "never back").to.deep.equal(seen.toSorted((a, b) => a - b));
    }
  });

  // Four pages already need more than the six connections that a browser opens to one host.
  const pageCount = isLongRun ? 12 : 4;
  it(`serves ${pageCount} pages of one browser, each with its own host name`, async () => {
    const names = Array.from({ length: pageCount }, (_none, index) => `p${String(index).padStart(2, "0")}`);
    const opened = await Promise.all(names.map(() => openPage()));
    const listeners = await Promise.all(opened.map((page) => page.listen({ query: { collection: "rooms" } })));
    await Promise.all(
      opened.map((page, index) => page.write([{ kind: "set", path: `rooms/${names[index]}`, data: {} }])),
    );
    await Promise.all(listeners.map((listener) => untilIds(listener, names)));
  });
});
