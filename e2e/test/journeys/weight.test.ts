// When code is loaded. The start screen loads neither the call nor Firebase before they are needed.
// The page of an invitation loads the call immediately.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { openStart } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

/** Strings that survive minification, because browsers or servers read them. */
const markers = { call: "setParameters", firebase: "firestore.googleapis.com" };

interface Script {
  readonly path: string;
  readonly code: string;
}

/** The result resolves to the scripts that have arrived so far. */
function watchScripts(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (path.endsWith(".js")) scripts.push(response.text().then((code) => ({ path, code })));
  });
  return () => Promise.all(scripts);
}

describe("the start screen", () => {
  useSystem();

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
});
