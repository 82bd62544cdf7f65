// The check in a real Chromium where something is missing: each time its lines say what, and the
// rest is looked at all the same.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { listViolations } from "../call/axe.ts";
import { openSite, roomPath, uuid, type Site } from "../site.ts";

const connected = {
  json: {
    token: "none",
    participantID: uuid,
    role: "host",
    expiresAt: "2030-01-01T00:00:00.000Z",
    serverTime: "2029-01-01T00:00:00.000Z",
    iceServers: [],
  },
};

async function check(page: Page): Promise<Record<string, string>> {
  await page.goto("/check");
  await page.getByTestId("check-start").click();
  await page.locator('[data-testid="check"][data-progress="done"]').waitFor();
  const report = await page.getByTestId("report").inputValue();
  const lines = [...report.matchAll(/^(ok|look|failed) +(\w+): (\S+)/gm)];
  return Object.fromEntries(lines.map(([, verdict, line, code]) => [line, `${verdict} ${code}`]));
}

/** The browser's own API, replaced before the page runs. */
const refuseDevices = (name: string) => `
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("No", "${name}"));`;

describe("the check of a device that lacks something", () => {
  let site: Site;
  before(async () => (site = await openSite()));

  it("calls itself with a drawn picture where there is no camera and no microphone", () =>
    site.visit({ answers: { connect: connected } }, async ({ page, faults }) => {
      await page.addInitScript(refuseDevices("NotFoundError"));
      const found = await check(page);
      expect(found).to.include({ camera: "look missing", microphone: "look missing", call: "ok drawn" });
      expect(await page.getByTestId("check-camera").innerText()).to.include("Plug one in");
      // The Firestore of this site is nowhere, and the policy forbids to ask it.
      expect(faults.filter((fault) => !fault.includes("127.0.0.1:1/"))).to.deep.equal([]);
    }));

  it("says how to allow what was refused", () =>
    site.visit({ answers: { connect: connected }, isAllowed: false }, async ({ page }) => {
      const found = await check(page);
      expect(found).to.include({ camera: "failed denied", microphone: "failed denied", call: "ok drawn" });
      expect(await page.getByTestId("check-microphone").innerText()).to.include("permissions beside the address");
    }));

  it("looks at everything else where the server fails, and Firestore cannot be reached", () =>
    site.visit({ answers: { generateID: { status: 502, json: {} } } }, async ({ page, requested }) => {
      const found = await check(page);
      expect(found).to.include({
        server: "failed refused",
        firestore: "failed no-answer",
        network: "look unasked",
        call: "ok ok",
      });
      expect(requested.filter((path) => path === "/create")).to.deep.equal([]);
    }));

  it("works without WebRTC, and is offered by the page that says so", () =>
    site.visit({}, async ({ page }) => {
      await page.addInitScript("delete globalThis.RTCPeerConnection");
      await page.goto(roomPath);
      await page.getByTestId("check-device").click();
      await page.getByTestId("check-start").waitFor();
      const found = await check(page);
      expect(found).to.include({ browser: "failed missing", call: "failed no-webrtc", sealing: "ok ok" });
    }));

  it("passes axe before and after, and copies the report that it shows", () =>
    site.visit({ answers: { connect: connected } }, async ({ page }) => {
      await page.goto("/check");
      await page.getByTestId("check-start").waitFor();
      expect(await listViolations(page)).to.deep.equal([]);
      await check(page);
      expect(await listViolations(page)).to.deep.equal([]);
      const copied = await page.evaluateHandle(() => {
        const texts: string[] = [];
        navigator.clipboard.writeText = async (text) => void texts.push(text);
        return texts;
      });
      await page.getByTestId("copy-report").click();
      await page.getByText("Report copied").waitFor();
      expect(await copied.jsonValue()).to.deep.equal([await page.getByTestId("report").inputValue()]);
    }));

  it("fits a small phone in the longest words, and begins by a key", () =>
    site.visit(
      { answers: { connect: connected }, viewport: { width: 320, height: 568 }, locale: "de-DE" },
      async ({ page }) => {
        await page.addInitScript(refuseDevices("NotAllowedError"));
        await page.goto("/check");
        await page.getByTestId("check-start").focus();
        await page.keyboard.press("Enter");
        await page.getByTestId("copy-report").waitFor();
        const width = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        /** The names whose text reaches into the verdict beside it. */
        const covered = () =>
          page.locator(".line-head").evaluateAll((heads) =>
            heads.flatMap(({ children: [name, verdict] }) => {
              const text = document.createRange();
              text.selectNodeContents(name!);
              const [one, other] = [text.getBoundingClientRect(), verdict!.getBoundingClientRect()];
              const isBeside = one.right <= other.left || one.bottom <= other.top || one.top >= other.bottom;
              return isBeside ? [] : name!.textContent;
            }),
          );
        for (const phone of [320, 360, 390]) {
          await page.setViewportSize({ width: phone, height: 568 });
          expect(await width()).to.be.at.most(0);
          expect(await covered()).to.deep.equal([]);
        }
      },
    ));

  it("follows the language while it shows results", () =>
    site.visit({ answers: { connect: connected } }, async ({ page }) => {
      await check(page);
      await page.getByTestId("language").selectOption("de");
      await page.getByText("Bericht kopieren").waitFor();
      expect(await page.getByTestId("check-call").innerText()).to.include("Das Bild kommt nach");
      await page.getByTestId("language").selectOption("en");
    }));
});
