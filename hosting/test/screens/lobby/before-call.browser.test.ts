// What the lobby says and asks before the call: devices, their question, what others will see.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openRoom, openSite, refusal, roomPath, uuid, type Answer, type Site } from "../site.ts";

const roomWith = (more: object): Answer => ({ json: { ...(openRoom as { json: object }).json, ...more } });

interface Asked extends Window {
  asked: number;
  answer?(): void;
}

/** Runs in the page, before its scripts: the browser asks, and waits until `answer` is called. */
function waitForPerson(): void {
  const asked = window as unknown as Asked;
  asked.asked = 0;
  const answered = new Promise<void>((resolve) => (asked.answer = resolve));
  const { mediaDevices, permissions } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) => {
    asked.asked += 1;
    return answered.then(() => open(constraints));
  };
  permissions.query = () => Promise.resolve({ state: "prompt" } as PermissionStatus);
}

const countAsked = (page: Page) => page.evaluate(() => (window as unknown as Asked).asked);
const waitUntilAsked = (page: Page) => page.waitForFunction(() => (window as unknown as Asked).asked > 0);
const inPlaceOfPicture = (page: Page, state: string) =>
  page.locator(`[data-testid="no-picture"][data-state="${state}"]`);
const isPressed = (page: Page, device: string, value: boolean) =>
  page.locator(`[data-testid="toggle-${device}"][aria-pressed="${value}"]`);
const picture = '[data-testid="preview"] video.is-shown';

describe("the lobby before the call", function () {
  let site: Site;

  before(async () => {
    site = await openSite();
  });

  it("says what a press on Connect waits for: the room, then the seat", async () => {
    await site.visit({ answers: { room: "never" } }, async ({ page, answers }) => {
      await page.goto(roomPath);
      const connect = page.getByTestId("connect");
      await connect.click();
      await connect.getByText("Looking into the room…").waitFor();
      answers.room = roomWith({});
      await page.reload();
      await connect.click();
      await connect.getByText("Taking your seat…").waitFor();
    });
  });

  const deadEnds = [
    ["a room that is not there", { room: refusal(404, "room-not-found") }, roomPath, "not-found"],
    ["a room that has expired", { room: refusal(400, "room-expired") }, roomPath, "expired"],
    ["a full room", { connect: refusal(409, "room-full") }, roomPath, "full"],
    ["a locked room", { connect: refusal(403, "room-locked") }, roomPath, "locked"],
    ["the key of another room", { connect: refusal(403, "wrong-link") }, roomPath, "incomplete-link"],
    ["a part of a key", {}, roomPath.slice(0, -1), "incomplete-link"],
    [
      "no key in a room that asks for its proof, and a password",
      { room: roomWith({ hasLinkProof: true, isProtected: true }) },
      `/r/${uuid}`,
      "incomplete-link",
    ],
  ] as const;

  it("asks nobody for a camera in a room that they cannot enter", async () => {
    for (const [name, answers, path, reason] of deadEnds) {
      await site.visit({ answers }, async ({ page, requested }) => {
        await page.addInitScript(waitForPerson);
        await page.goto(path);
        await page.getByTestId("dead-end").waitFor();
        expect(await page.getByTestId("dead-end").getAttribute("data-reason"), name).to.equal(reason);
        expect(await countAsked(page), name).to.equal(0);
        if (!path.includes("#")) expect(requested, name).to.not.include("/connect");
      });
    }
  });

  it("says why the browser will ask, before it does and only until it has an answer", () =>
    site.visit({}, async ({ page, faults }) => {
      await page.addInitScript(waitForPerson);
      await page.goto(roomPath);
      await inPlaceOfPicture(page, "question")
        .getByText("The browser will ask for your camera and microphone")
        .waitFor();
      // The server says nothing: the question comes all the same.
      await waitUntilAsked(page);
      expect(await inPlaceOfPicture(page, "question").count()).to.equal(1);
      await page.evaluate(() => (window as unknown as Asked).answer?.());
      await page.locator(picture).waitFor();
      expect(await page.getByTestId("no-picture").count()).to.equal(0);
      await page.getByText("Others will see: Guest, camera on, microphone on").waitFor();
      expect(await countAsked(page)).to.equal(1);
      expect(faults).to.deep.equal([]);
    }));

  it("requests what is wanted when the room answers, once, whatever the person has switched meanwhile", () =>
    site.visit({ answers: { room: roomWith({ isProtected: true }) } }, async ({ page }) => {
      await page.addInitScript(waitForPerson);
      await page.goto(roomPath);
      await page.getByTestId("toggle-camera").click();
      await page.getByTestId("password").waitFor();
      await waitUntilAsked(page);
      await page.evaluate(() => (window as unknown as Asked).answer?.());
      await page.getByText("Others will see: Guest, camera off, microphone on").waitFor();
      await inPlaceOfPicture(page, "off").waitFor();
    }));

  it("tells a camera that is off from one that is blocked, with the name as it is typed", () =>
    site.visit({ isAllowed: false }, async ({ page }) => {
      await page.goto(roomPath);
      await inPlaceOfPicture(page, "problem").getByText("The browser blocks the camera").waitFor();
      await page.getByTestId("name").fill("  ");
      await page.getByText("Others will see: Guest, camera off, microphone off").waitFor();
      await page.getByTestId("name").fill("Anna");
      await page.getByText("Others will see: Anna, camera off").waitFor();
      await page.context().grantPermissions(["camera", "microphone"], { origin: site.origin });
      await page.getByTestId("ask-again").click();
      await page.locator(picture).waitFor();
      await page.getByTestId("toggle-camera").click();
      await inPlaceOfPicture(page, "off").getByText("The camera is off").waitFor();
    }));

  it("shows the whole picture, in a card that does not change when it arrives", () =>
    site.visit({ viewport: { width: 390, height: 844 } }, async ({ page }) => {
      await page.addInitScript(waitForPerson);
      await page.goto(roomPath);
      await waitUntilAsked(page);
      const places = () =>
        page.evaluate(() =>
          ["preview", "name", "connect"].map((testID) => {
            const { top, height } = document.querySelector(`[data-testid="${testID}"]`)!.getBoundingClientRect();
            return { testID, top, height };
          }),
        );
      const before = await places();
      await page.evaluate(() => (window as unknown as Asked).answer?.());
      await page.locator(picture).waitFor();
      await page.getByText("camera on, microphone on").waitFor();
      expect(await places()).to.deep.equal(before);
      expect(await page.locator(picture).evaluate((video) => getComputedStyle(video).objectFit)).to.equal("contain");
    }));

  it("leaves the devices off for whoever had them off at the last visit, and asks for none", () =>
    site.visit({}, async ({ page, openTab }) => {
      await page.goto(roomPath);
      await page.locator(picture).waitFor();
      for (const device of ["camera", "microphone"]) {
        await page.getByTestId(`toggle-${device}`).click();
        await isPressed(page, device, false).waitFor();
      }
      await page.close();
      const second = await openTab();
      await second.addInitScript(waitForPerson);
      await second.goto(roomPath);
      await second.getByText("Others will see: Guest, camera off, microphone off").waitFor();
      for (const device of ["camera", "microphone"]) await isPressed(second, device, false).waitFor();
      await second.getByText("2 people are inside").waitFor();
      expect(await countAsked(second)).to.equal(0);
      await second.getByTestId("toggle-microphone").click();
      await isPressed(second, "microphone", true).waitFor();
      await second.reload();
      await isPressed(second, "microphone", true).waitFor();
      await isPressed(second, "camera", false).waitFor();
    }));

  it("offers the test sound to a browser that chooses the speaker itself, and says what to do without it", () =>
    site.visit({}, async ({ page, faults }) => {
      await page.addInitScript(() => Reflect.deleteProperty(HTMLMediaElement.prototype, "setSinkId"));
      await page.goto(roomPath);
      await page.getByTestId("test-speaker").click();
      await page.getByTestId("speaker-tested").getByText("Not heard?").waitFor();
      expect(await page.getByTestId("choose-speaker").count()).to.equal(0);
      expect(faults).to.deep.equal([]);
    }));

  const windows = [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 640, height: 360 },
  ];

  it("keeps Connect in sight on a phone and on a zoomed page, in front of nothing that has the focus", async () => {
    for (const viewport of windows) {
      await site.visit({ viewport, answers: { room: roomWith({ isProtected: true }) } }, async ({ page }) => {
        await page.goto(roomPath);
        await page.getByTestId("password").waitFor();
        await page.locator(picture).waitFor();
        const visited: string[] = [];
        await page.getByTestId("name").focus();
        while (visited.at(-1) !== "copy-link") {
          const { id, gap, barBottom } = await page.evaluate(() => {
            const bar = document.querySelector('[data-testid="connect"]')!.getBoundingClientRect();
            const focused = document.activeElement!;
            return {
              id: focused.getAttribute("data-testid") ?? focused.tagName,
              gap:
                focused.getAttribute("data-testid") === "connect"
                  ? 0
                  : bar.top - focused.getBoundingClientRect().bottom,
              barBottom: bar.bottom,
            };
          });
          visited.push(id);
          expect(gap, `${viewport.width}: ${id} above Connect`).to.be.at.least(0);
          expect(barBottom, `${viewport.width}: Connect at ${id}`).to.be.at.most(viewport.height);
          expect(visited.length, visited.join()).to.be.below(12);
          await page.keyboard.press("Tab");
        }
        expect(visited.slice(0, 6)).to.deep.equal([
          "name",
          "password",
          "connect",
          "choose-camera",
          "choose-microphone",
          "choose-speaker",
        ]);
      });
    }
  });
});
