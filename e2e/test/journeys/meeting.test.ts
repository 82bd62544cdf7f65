// People who meet: everybody sees and hears everybody, through every real part of the system.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { withPeople } from "../support/browser.ts";
import { readTraffic } from "../support/connections.ts";
import { eventually } from "../support/eventually.ts";
import {
  connect,
  countTiles,
  createRoom,
  expectNoErrorsOrForeignRequests,
  expectSeesAndHears,
  meet,
  openLink,
  openStart,
  waitForPreview,
} from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

/** How many of the start screen's squares are floating. */
function countFloating(page: Page): Promise<number> {
  return page.evaluate(() => {
    const squares = document.querySelector(".squares")?.getAnimations({ subtree: true }) ?? [];
    return squares.filter(({ playState }) => playState === "running").length;
  });
}

describe("a meeting", () => {
  useSystem();

  it("goes from the start screen to the lobby without a reload, and shows the local preview", () =>
    withPeople([{ reducedMotion: "no-preference" }], async (person) => {
      const { page } = person!;
      await openStart(person!);
      expect(await countFloating(page)).to.be.above(0);
      await page.evaluate(() => Object.assign(window, { isSamePage: true }));
      await page.getByTestId("go").click();
      await page.getByTestId("lobby").waitFor();
      // The animation stops: the device needs its time for the call.
      expect(await countFloating(page)).to.equal(0);
      expect(new URL(page.url()).pathname).to.match(
        /^\/r\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(new URL(page.url()).hash).to.match(/^#[A-Za-z0-9_-]{22}$/);
      expect(await page.evaluate(() => "isSamePage" in window)).to.equal(true);
      await waitForPreview(person!);
      expectNoErrorsOrForeignRequests(person!);
    }));

  it("connects two people, who see and hear each other", () =>
    withPeople([{ isAudioUnprocessed: false }, { isAudioUnprocessed: false }], async (ann, ben) => {
      const link = await meet(ann!, ben!);
      await expectSeesAndHears(ann!, 1);
      await expectSeesAndHears(ben!, 1);
      const key = new URL(link).hash.slice(1);
      for (const person of [ann!, ben!]) {
        expectNoErrorsOrForeignRequests(person);
        const asked = person.requests.map((url) => url.split("#")[0]);
        expect(asked.filter((url) => url?.includes(key))).to.deep.equal([]);
      }
    }));

  it("connects in the lobby, and sends and shows nothing before Connect is pressed", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await connect(ann);
      await openLink(ben, link);
      const isConnected = ({ connected }: { connected: number }) => connected === 1;
      await eventually("a connection in the lobby", () => readTraffic(ben.page), isConnected);
      await eventually("the remote end of it", () => readTraffic(ann.page), isConnected);
      // Enough time for several frames, if any were sent.
      await ben.page.waitForTimeout(500);
      expect(await countTiles(ann.page)).to.equal(0);
      for (const { page } of [ann, ben]) expect((await readTraffic(page)).mediaBytesSent).to.equal(0);
      await connect(ben);
      await expectSeesAndHears(ann, 1);
      await expectSeesAndHears(ben, 1);
    }));

  it("shows the others that the microphone or the camera is off", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      for (const device of ["microphone", "camera"]) {
        const icon = ann.page.getByTestId(`tile-${device}-off`);
        expect(await icon.count()).to.equal(0);
        await ben.page.getByTestId(`toggle-${device}`).click();
        await icon.waitFor();
        await ben.page.getByTestId(`toggle-${device}`).click();
        await icon.waitFor({ state: "detached" });
      }
      await expectSeesAndHears(ann, 1);
    }));
});
