import { expect } from "chai";
import type { Page } from "playwright-core";
import { openSite, refusal, roomPath, uuid, type Answer, type Site } from "../site.ts";

const protectedRoom: Answer = {
  json: {
    uuid,
    expiresAt: "2030-01-01T00:00:00.000Z",
    isProtected: true,
    hasLinkProof: false,
    capacity: 8,
    participants: 1,
  },
};

interface Watched extends Window {
  /** Where elements were routed to. */
  readonly sinkIDs?: string[];
  unplug?(deviceID: string): void;
}

/** Runs in the page, before its scripts. */
function watchSpeakers(): void {
  const sinkIDs: string[] = [];
  const { setSinkId } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.setSinkId = function (id) {
    return setSinkId.call(this, id).then(() => void sinkIDs.push(id));
  };
  const { mediaDevices } = navigator;
  const enumerateDevices = mediaDevices.enumerateDevices.bind(mediaDevices);
  const unplugged: string[] = [];
  mediaDevices.enumerateDevices = async () =>
    (await enumerateDevices()).filter(({ deviceId }) => !unplugged.includes(deviceId));
  Object.assign(window, {
    sinkIDs,
    unplug(deviceID: string) {
      unplugged.push(deviceID);
      mediaDevices.dispatchEvent(new Event("devicechange"));
    },
  });
}

async function reasonOf(page: Page): Promise<string | null> {
  const deadEnd = page.getByTestId("dead-end");
  await deadEnd.waitFor();
  return deadEnd.getAttribute("data-reason");
}

describe("the lobby in a browser", function () {
  let site: Site;

  before(async () => {
    site = await openSite();
  });

  const refusals = [
    ["room", 400, "room-expired", "expired"],
    ["room", 404, "room-not-found", "not-found"],
    ["connect", 409, "room-full", "full"],
    ["connect", 403, "room-locked", "locked"],
    ["connect", 403, "wrong-link", "incomplete-link"],
    ["connect", 409, "already-connected", "already-connected"],
  ] as const;

  for (const [endpoint, status, code, reason] of refusals) {
    it(`shows the page "${reason}" when ${endpoint} answers ${code}`, () =>
      site.visit({ answers: { [endpoint]: refusal(status, code) } }, async ({ page, faults }) => {
        await page.goto(roomPath);
        expect(await reasonOf(page)).to.equal(reason);
        const words = await page.getByTestId("dead-end").innerText();
        expect(words, "a number is no reason").to.not.include(String(status));
        expect(faults).to.deep.equal([]);
      }));
  }

  it("shows the preview, counts participants and keeps the name", () =>
    site.visit({}, async ({ page, faults }) => {
      await page.goto(roomPath);
      await page.locator('[data-testid="preview"] video.is-shown').waitFor();
      await page.getByText("2 people are inside").waitFor();
      await page.getByTestId("name").fill("Anna");
      await page.getByTestId("name").blur();
      await page.reload();
      await page.getByTestId("lobby").waitFor();
      expect(await page.getByTestId("name").inputValue()).to.equal("Anna");
      expect(faults).to.deep.equal([]);
    }));

  it("switches devices by button and by key, but not while a name is typed", () =>
    site.visit({}, async ({ page }) => {
      await page.goto(roomPath);
      const camera = page.getByTestId("toggle-camera");
      const isPressed = (value: boolean) => page.locator(`[data-testid="toggle-camera"][aria-pressed="${value}"]`);
      await page.locator('[data-testid="preview"] video.is-shown').waitFor();
      await camera.click();
      await isPressed(false).waitFor();
      await page.locator('[data-testid="preview"] video:not(.is-shown)').waitFor({ state: "attached" });
      await page.keyboard.press("Alt+KeyV");
      await isPressed(true).waitFor();
      await page.locator('[data-testid="preview"] video.is-shown').waitFor();
      await page.getByTestId("name").fill("");
      await page.getByTestId("name").press("v");
      expect(await page.getByTestId("name").inputValue()).to.equal("v");
      expect(await camera.getAttribute("aria-pressed")).to.equal("true");
    }));

  it("plays a test sound through the chosen speaker, remembers it, and says when it is gone", () =>
    site.visit({}, async ({ page, faults }) => {
      await page.addInitScript(watchSpeakers);
      await page.goto(roomPath);
      const select = page.getByTestId("choose-speaker");
      await select.waitFor();
      const speakerID = await select.locator("option").last().getAttribute("value");
      await select.selectOption(speakerID);
      await page.getByTestId("test-speaker").click();
      await page.waitForFunction((id) => (window as Watched).sinkIDs?.includes(id ?? ""), speakerID);
      await page.reload();
      await select.waitFor();
      expect(await select.inputValue()).to.equal(speakerID);
      expect(await page.getByTestId("speaker-gone").count()).to.equal(0);
      await page.evaluate((id) => (window as Watched).unplug?.(id ?? ""), speakerID);
      await page.getByTestId("speaker-gone").waitFor();
      expect(await select.inputValue()).to.not.equal(speakerID);
      expect(faults).to.deep.equal([]);
    }));

  it("explains a denied camera, and connects anyway", () =>
    site.visit({ isAllowed: false, answers: { connect: refusal(409, "room-full") } }, async ({ page, answers }) => {
      answers.connect = "never";
      await page.goto(roomPath);
      await page.getByTestId("media-notice").getByText("Camera and microphone are blocked").waitFor();
      await page.getByTestId("ask-again").waitFor();
      await page.getByTestId("connect").click();
      await page.getByTestId("connect").getByText("Taking your seat…").waitFor();
    }));

  it("lets a browser without devices in to listen, and copies the link for another one", () =>
    site.visit({}, async ({ page, faults }) => {
      await page.addInitScript(() => Object.defineProperty(navigator, "mediaDevices", { value: undefined }));
      await page.goto(roomPath);
      await page
        .getByTestId("media-notice")
        .getByText("This browser gives pages no camera and no microphone")
        .waitFor();
      expect(await page.getByTestId("ask-again").count()).to.equal(0);
      await page.getByTestId("copy-elsewhere").click();
      await page.getByTestId("media-notice").getByText("Link copied").waitFor();
      await page.getByTestId("connect").click();
      await page.getByTestId("connect").getByText("Taking your seat…").waitFor();
      expect(faults).to.deep.equal([]);
    }));

  it("cuts a long name between two characters as people see them", () =>
    site.visit({}, async ({ page }) => {
      await page.goto(roomPath);
      const name = page.getByTestId("name");
      await name.fill("👨‍👩‍👧‍👦".repeat(64));
      expect(await name.inputValue()).to.equal("👨‍👩‍👧‍👦".repeat(5));
      await name.fill(`x${"😀".repeat(64)}`);
      expect(await name.inputValue()).to.equal(`x${"😀".repeat(31)}`);
    }));

  it("asks for the password and reports a wrong one at its field", () =>
    site.visit(
      { answers: { room: protectedRoom, connect: refusal(403, "wrong-password") } },
      async ({ page, requested }) => {
        await page.goto(roomPath);
        await page.getByTestId("password").waitFor();
        await page.getByTestId("connect").click();
        await page.getByText("Enter the room's password").waitFor();
        expect(requested).to.not.include("/connect");
        await page.getByTestId("password").fill("guess");
        await page.getByTestId("connect").click();
        await page.getByText("The password is wrong").waitFor();
        expect(await page.getByTestId("password").getAttribute("aria-invalid")).to.equal("true");
        expect(await page.getByTestId("popup").count()).to.equal(0);
      },
    ));

  it("reports a server error in a popup, and Connect retries", () =>
    site.visit({ answers: { room: refusal(503, "internal") } }, async ({ page, answers }) => {
      await page.goto(roomPath);
      await page.getByTestId("popup").waitFor();
      answers.room = protectedRoom;
      await page.getByTestId("connect").click();
      await page.getByTestId("password").waitFor();
      expect(await page.getByTestId("popup").count()).to.equal(0);
    }));

  it("warns that the operator is trusted only when the link has no key", () =>
    site.visit({}, async ({ page, openTab }) => {
      await page.goto(`/r/${uuid}`);
      await page.getByTestId("no-key").waitFor();
      await page.close();
      const second = await openTab();
      await second.goto(roomPath);
      await second.getByTestId("lobby").waitFor();
      expect(await second.getByTestId("no-key").count()).to.equal(0);
    }));

  it("gives one tab the seat, and moves it to another on request", () =>
    site.visit({}, async ({ page, openTab, faults }) => {
      await page.goto(roomPath);
      await page.getByText("2 people are inside").waitFor();
      const second = await openTab();
      await second.goto(roomPath);
      expect(await reasonOf(second)).to.equal("already-connected");
      await second.getByTestId("take-over").click();
      await second.getByTestId("lobby").waitFor();
      expect(await reasonOf(page)).to.equal("moved");
      await page.getByTestId("take-over").click();
      await page.getByTestId("lobby").waitFor();
      expect(await reasonOf(second)).to.equal("moved");
      expect(faults).to.deep.equal([]);
    }));

  it("does not mistake a slow page for a second tab", () =>
    site.visit({}, async ({ page }) => {
      await page.addInitScript(() => {
        const request = navigator.locks.request.bind(navigator.locks) as (...given: unknown[]) => Promise<unknown>;
        const locks = navigator.locks as unknown as { request: typeof request };
        locks.request = (...given) => {
          const requested = request(...given);
          // Longer than the wait for a lock whose holder does not answer.
          const until = performance.now() + 2_500;
          while (performance.now() < until);
          return requested;
        };
      });
      await page.goto(roomPath);
      await page.locator('[data-testid="lobby"]:not([data-step="checking"])').waitFor();
    }));

  it("keeps the seat after a reload", () =>
    site.visit({}, async ({ page }) => {
      await page.goto(roomPath);
      await page.getByText("2 people are inside").waitFor();
      await page.reload();
      await page.getByText("2 people are inside").waitFor();
    }));

  it("copies the link with its key", () =>
    site.visit({ permissions: ["clipboard-read", "clipboard-write"], isAllowed: false }, async ({ page }) => {
      await page.goto(roomPath);
      await page.getByTestId("copy-link").click();
      await page.getByText("Link copied").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(site.origin + roomPath);
    }));
});
