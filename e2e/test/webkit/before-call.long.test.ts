// What comes before a call, in the engine of Safari. WebKitGTK has no WebRTC, so no call is tried.
// docs/browsers.md tells what else was seen.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { ensureWebKit } from "../../../scripts/system/browsers/webkit.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { openMiniBrowser, type MiniBrowser } from "./mini-browser.ts";

const byTestID = (testID: string) => `[data-testid="${testID}"]`;

describe("WebKitGTK", () => {
  useSystem();
  let browser: MiniBrowser;
  let origin: string;

  before(async function () {
    const webKit = ensureWebKit();
    // Only Debian has it as a package.
    if (webKit === null) return this.skip();
    browser = await openMiniBrowser(webKit);
    origin = (await getSystem()).url;
  });
  after(() => browser?.close());

  it("shows the start with everything below its button, in another language too", async () => {
    await browser.open(`${origin}/`);
    expect(await browser.textOf(byTestID("go"))).to.equal("Start a meeting");
    await browser.textOf(byTestID("start-more"));
    await browser.run(`
      const choice = document.querySelector('${byTestID("language")}');
      choice.value = "de";
      choice.dispatchEvent(new Event("change"));`);
    await browser.textOf(`:lang(de) ${byTestID("go")}`);
    await browser.run("localStorage.clear();");
  });

  it("says before a room is made that it cannot make calls, and at a room too", async () => {
    const unsupported = `${byTestID("dead-end")}[data-reason="unsupported"]`;
    await browser.open(`${origin}/`);
    await browser.press(byTestID("go"));
    expect(await browser.textOf(unsupported)).to.include("This browser cannot make calls");
    expect(await browser.run("return location.pathname;")).to.equal("/");
    await browser.open(`${origin}/r/${randomUUID()}#AAECAwQFBgcICQoLDA0ODw`);
    await browser.textOf(`${unsupported} ${byTestID("check-device")}`);
  });

  it("shows the documentation, no wider than its window", async () => {
    await browser.open(`${origin}/docs/`);
    expect(await browser.textOf("h1")).to.equal("Build on meetogram");
    expect(await browser.run("return document.documentElement.scrollWidth - innerWidth;")).to.be.at.most(0);
  });

  it("checks the device to the end, and reports what is missing", async () => {
    await browser.open(`${origin}/check`);
    await browser.press(byTestID("check-start"));
    await browser.textOf(byTestID("copy-report"));
    const report = await browser.textOf(byTestID("report"));
    for (const line of [
      "failed browser: missing",
      "failed call: no-webrtc",
      "ok     sealing: ok",
      "ok     storage: ok",
    ]) {
      expect(report).to.include(line);
    }
    expect(report).to.match(/(?:ok|look) +server: (?:ok|slow)/);
  });
});
