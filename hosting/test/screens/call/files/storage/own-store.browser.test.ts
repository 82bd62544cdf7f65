// What is kept of arriving files in the browser's own file system, across reloads and tabs.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openBrowser, waitUntil, type OpenedPage, type TestBrowser } from "../../../../call/browser/browser.ts";

const block = 1024 ** 2;

describe("the store of arriving files", () => {
  let browser: TestBrowser;
  let opened: OpenedPage;
  let page: Page;

  before(async () => {
    browser = await openBrowser(new URL("page.ts", import.meta.url));
  });
  after(() => browser.close());
  beforeEach(async () => {
    opened = await browser.openPage();
    ({ page } = opened);
  });
  afterEach(() => opened.context.close());

  /** Appends blocks, each filled with its number. Resolves to the length. */
  const append = (target: Page, visit: string, key: string, sizes: readonly number[], size: number) =>
    target.evaluate(
      async ([inVisit, named, lengths, whole]) => {
        const store = await window.files.openOwnStore(inVisit);
        const file = (await store.open(named, whole))!;
        for (const length of lengths) await file.append(new Uint8Array(length).fill(file.length % 251));
        Object.assign(window, { store });
        return file.length;
      },
      [visit, key, sizes, size] as const,
    );

  const read = (visit: string, key: string, size: number) =>
    page.evaluate(
      async ([inVisit, named, whole]) => {
        const store = await window.files.openOwnStore(inVisit);
        const isPart = await store.has(named, whole);
        const file = (await store.open(named, whole))!;
        const bytes = new Uint8Array(await (await file.read()).arrayBuffer());
        return { isPart, length: file.length, first: bytes[0], last: bytes.at(-1), read: bytes.length };
      },
      [visit, key, size] as const,
    );

  const listVisits = () => page.evaluate(() => window.files.list("files"));

  async function reload() {
    await page.reload();
    await browser.prepare(page);
  }

  it("outlives a reload, and knows a part from a whole", async () => {
    expect(await append(page, "visit", "a", [block, block, 10], 2 * block + 10)).to.equal(2 * block + 10);
    expect(await append(page, "visit", "b", [block, block], 3 * block)).to.equal(2 * block);
    await reload();
    expect(await read("visit", "a", 2 * block + 10)).to.deep.equal({
      isPart: false,
      length: 2 * block + 10,
      first: 0,
      last: (2 * block) % 251,
      read: 2 * block + 10,
    });
    expect(await read("visit", "b", 3 * block)).to.include({ isPart: true, length: 2 * block, last: block % 251 });
    expect(await append(page, "visit", "b", [block], 3 * block)).to.equal(3 * block);
    expect(await read("visit", "other", 10)).to.include({ isPart: false, length: 0 });
  });

  it("has no room for what the browser has no room for", async () => {
    const isThere = await page.evaluate(async () => {
      const store = await window.files.openOwnStore("visit");
      const { quota = 0 } = await navigator.storage.estimate();
      return [(await store.open("small", 1_000)) !== null, (await store.open("large", quota)) !== null];
    });
    expect(isThere).to.deep.equal([true, false]);
  });

  it("keeps what is complete when the call is left, and erases the rest", async () => {
    await append(page, "visit", "whole", [block], block);
    await reload();
    await page.evaluate(async (size) => {
      const store = await window.files.openOwnStore("visit");
      await store.open("whole", size);
      await (await store.open("part", 2 * size))!.append(new Uint8Array(size));
      store.close();
    }, block);
    const list = () => page.evaluate(() => window.files.list("files", "visit"));
    await waitUntil("the part to be gone", async () => (await list()).length < 2);
    expect(await list()).to.deep.equal(["whole"]);
  });

  it("erases at a start what others have left, and nothing that a page still uses or may be saving", async () => {
    await append(page, "left", "a", [10], 20);
    const other = await opened.context.newPage();
    await browser.prepare(other);
    await append(other, "used", "a", [10], 20);
    await reload();
    const erase = (laterMs: number) =>
      page.evaluate(async (later) => {
        const now = Date.now() + later;
        Date.now = () => now;
        await window.files.eraseLeftFiles();
        return localStorage.getItem("filesKept");
      }, laterMs);
    expect(await erase(0), "a reload may be under way").to.equal("yes");
    expect(await listVisits()).to.deep.equal(["left", "used"]);
    expect(await erase(11 * 60_000)).to.equal("yes");
    expect(await listVisits()).to.deep.equal(["used"]);
    await other.close();
    await waitUntil("the lock to be free", () =>
      page.evaluate(async () => (await navigator.locks.query()).held?.length === 0),
    );
    expect(await erase(11 * 60_000)).to.equal(null);
    expect(await listVisits()).to.deep.equal([]);
  });

  it("is in memory where there is no such file system, with a bounded size", async () => {
    const lengths = await page.evaluate(async () => {
      Reflect.deleteProperty(StorageManager.prototype, "getDirectory");
      const store = await window.files.openOwnStore("visit");
      const file = (await store.open("a", 200 * 1024 ** 2))!;
      await file.append(new Uint8Array(1_000));
      const tooMuch = await store.open("b", 100 * 1024 ** 2);
      await file.erase();
      return [(await file.read()).size, tooMuch === null, (await store.open("b", 100 * 1024 ** 2)) !== null];
    });
    expect(lengths).to.deep.equal([0, true, true]);
  });
});
