// When code is loaded. The start screen loads neither the call nor Firebase before they are needed.
// The page of an invitation loads the call immediately.
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { withPeople } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import { createRoom, openLink, openStart } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";

/** Strings that survive minification, because browsers or servers read them. */
const markers = { call: "setParameters", firebase: "firestore.googleapis.com" };

interface Script {
  readonly path: string;
  readonly code: string;
}

/** The scripts that the page of an invitation needs to enter a call, in bytes after gzip. */
const heaviestScripts = 200_000;
/** The same with the page itself and its styles. */
const heaviestEntrance = 213_000;

/** The result resolves to the scripts, or to the files of other kinds, that have arrived so far. */
function watchScripts(page: Page, kinds = /\.js$/): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (kinds.test(path)) scripts.push(response.text().then((code) => ({ path, code })));
  });
  return () => Promise.all(scripts);
}

/** The texts of a room in each language, which the service worker's list names. */
async function readWords(origin: string): Promise<Script[]> {
  const list = await (await fetch(`${origin}/service-worker.js`)).text();
  const paths = list.match(/\/assets\/[a-z]{2}-room-[\w-]+\.js/g) ?? [];
  return Promise.all(paths.map(async (path) => ({ path, code: await (await fetch(origin + path)).text() })));
}

/** Gzip bytes of the site's files when the start screen acts on a press, and with all it shows. */
const startLimitBytes = 49_900;
const wholeStartLimitBytes = 55_500;

describe("the start screen", () => {
  useSystem();

  it("is light, because it loads no texts of the room", () =>
    withPeople([{ isFirstVisit: true }], async (person) => {
      const { page, origin } = person!;
      const files = new Map<string, Promise<number>>();
      page.on("response", (response) => {
        const { origin: from, pathname } = new URL(response.url());
        if (from === origin)
          files.set(
            pathname,
            response.body().then((body) => gzipSync(body).length),
          );
      });
      // Held back, what is fetched ahead is not counted.
      await page.addInitScript(() => (window.requestIdleCallback = () => 0));
      await page.goto(origin, { waitUntil: "commit" });
      await page.getByTestId("language").waitFor();
      await page.waitForLoadState("networkidle");
      const html = await (await fetch(origin)).text();
      let needed = 0;
      let whole = 0;
      for (const [path, size] of files) {
        const bytes = await size;
        whole += bytes;
        if (html.includes(path) || /-page-/.test(path)) needed += bytes;
      }
      expect(needed).to.be.within(20_000, startLimitBytes);
      expect(whole).to.be.within(needed, wholeStartLimitBytes);
      expect([...files.keys()].filter((path) => /-(page|room)-/.test(path))).to.have.length(1);
    }));

  it("loads Firebase only when the lobby needs it, and nothing of App Check where that is off", () =>
    withPeople([{ isFirstVisit: true }], async (person) => {
      const { page } = person!;
      const readScripts = watchScripts(page);
      const read = async () => (await readScripts()).map(({ code }) => code).join("\n");
      await openStart(person!);
      await page.waitForLoadState("networkidle");
      expect(await read()).not.to.include(markers.firebase);
      await page.getByTestId("go").click();
      await page.getByTestId("connect").waitFor();
      const loaded = await eventually("Firebase in the lobby", read, (code) => code.includes(markers.firebase));
      expect(loaded).to.include(markers.call);
      await page.locator('[data-step="ready"]').waitFor();
      const paths = person!.requests.map((url) => new URL(url).pathname);
      expect(paths.filter((path) => /app-?check|page-token|solve/i.test(path))).to.deep.equal([]);
    }));
});

describe("an invitation", () => {
  useSystem();

  it("preloads the room's screen, in parallel with the first script", () =>
    withPeople([{ isFirstVisit: true }], async (person) => {
      const { page, origin } = person!;
      const readScripts = watchScripts(page);
      const answer = await page.goto(`${origin}/r/${randomUUID()}`);
      await page.getByTestId("dead-end").waitFor();
      const screen = (await readScripts()).find(({ code }) => code.includes(markers.call));
      expect(await answer?.text()).to.include(`<link rel="modulepreload" crossorigin href="${screen?.path}">`);
    }));

  it("is light: what the lobby and the first picture do not need is loaded behind the lobby", () =>
    withPeople([{ isFirstVisit: true }, { isFirstVisit: true }], async (host, guest) => {
      const link = await createRoom(host!);
      const { page } = guest!;
      const readFiles = watchScripts(page, /\.(js|css)$/);
      await openLink(guest!, link);
      await page.locator('[data-step="ready"]').waitFor();
      const html = await (await fetch(link)).text();
      const isWords = ({ path }: Script) => /-room-/.test(path);
      const files = await readFiles();
      const needed = files.filter((file) => html.includes(file.path) || file.code.includes(markers.firebase));
      const weigh = (texts: readonly string[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
      const words = await readWords(guest!.origin);
      expect(files.filter(isWords)).to.have.length(1);
      expect(words.map(({ path }) => path)).to.include(files.find(isWords)?.path);
      const heaviestWords = Math.max(...words.map(({ code }) => weigh([code])));
      const scripts = weigh(needed.filter(({ path }) => path.endsWith(".js")).map(({ code }) => code)) + heaviestWords;
      expect(scripts).to.be.within(heaviestScripts / 2, heaviestScripts);
      expect(weigh([html, ...needed.map(({ code }) => code)]) + heaviestWords).to.be.lessThan(heaviestEntrance);
    }));
});
