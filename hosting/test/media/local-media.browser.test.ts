// A person's devices in a real browser: what is open, what is told, and that nothing stays open that should not.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openBrowser, waitUntil, type TestBrowser } from "../call/browser/browser.ts";

const on = { isWanted: true, isOn: true, problem: null };
const off = { isWanted: false, isOn: false, problem: null };

describe("local media in a browser", function () {
  this.timeout(60_000);
  const entry = new URL("page.ts", import.meta.url);

  function readState(page: Page) {
    return page.evaluate(() => {
      const { audio, video, devices } = window.devices.media.state;
      const counts = { cameras: devices.cameras.length, microphones: devices.microphones.length };
      return { audio, video, ...counts };
    });
  }

  const open = (page: Page, wanted: { audio: boolean; video: boolean }) =>
    page.evaluate((asked) => window.devices.media.open(asked), wanted);

  /** How many tracks of a kind are still running, of all that were ever opened. */
  const running = (page: Page, kind: string) =>
    page.evaluate(
      (asked) => window.devices.opened.filter((track) => track.kind === asked && track.readyState === "live").length,
      kind,
    );

  describe("with a camera and a microphone", () => {
    let browser: TestBrowser;
    let page: Page;

    before(async () => {
      browser = await openBrowser(entry, "device-count=2");
    });
    after(() => browser.close());
    afterEach(() => page.context().close());

    async function openPage(permissions?: string[]) {
      ({ page } = await browser.openPage(permissions === undefined ? {} : { permissions }));
    }

    it("opens what is wanted and lists the devices", async () => {
      await openPage();
      await open(page, { audio: true, video: true });
      const state = await readState(page);
      expect(state).to.deep.include({ audio: on, video: on, cameras: 2 });
      expect(state.microphones).to.be.at.least(1);
      expect(await page.evaluate(() => window.devices.media.stream.getTracks().length)).to.equal(2);
    });

    it("opens only what is wanted", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      expect(await readState(page)).to.deep.include({ audio: on, video: off });
      expect(await running(page, "video")).to.equal(0);
    });

    it("stops the camera that is turned off and opens it again", async () => {
      await openPage();
      await open(page, { audio: true, video: true });
      await page.evaluate(() => window.devices.media.setVideo(false));
      expect(await readState(page)).to.deep.include({ audio: on, video: off });
      expect(await running(page, "video")).to.equal(0);
      await page.evaluate(() => window.devices.media.setVideo(true));
      expect(await readState(page)).to.deep.include({ audio: on, video: on });
      expect(await running(page, "video")).to.equal(1);
      const tracks = await page.evaluate(() => window.devices.tracks);
      expect(tracks.filter((kind) => kind.endsWith("video"))).to.deep.equal(["video", "-video", "video"]);
    });

    it("keeps a muted microphone open and silent", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      await page.evaluate(() => window.devices.media.setAudio(false));
      expect(await readState(page)).to.deep.include({ audio: off });
      const enabled = await page.evaluate(() => window.devices.media.track("audio")?.enabled);
      expect(enabled).to.equal(false);
      expect(await running(page, "audio")).to.equal(1);
      await page.evaluate(() => window.devices.media.setAudio(true));
      expect(await readState(page)).to.deep.include({ audio: on });
      expect(await page.evaluate(() => window.devices.opened.length)).to.equal(1);
    });

    it("stops a camera that arrives after it was turned off again", async () => {
      await openPage();
      await page.evaluate(async () => {
        const { media } = window.devices;
        const opening = media.setVideo(true);
        await media.setVideo(false);
        await opening;
      });
      expect(await readState(page)).to.deep.include({ video: off });
      expect(await page.evaluate(() => window.devices.opened.length)).to.equal(1);
      expect(await running(page, "video")).to.equal(0);
      expect(await page.evaluate(() => window.devices.tracks)).to.deep.equal([]);
    });

    it("stops everything that arrives after the end, and everything at the end", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      await page.evaluate(async () => {
        const { media } = window.devices;
        const opening = media.setVideo(true);
        media.close();
        await opening;
      });
      expect([await running(page, "audio"), await running(page, "video")]).to.deep.equal([0, 0]);
    });

    it("changes to another camera, one open at a time", async () => {
      await openPage();
      await open(page, { audio: false, video: true });
      const chosen = await page.evaluate(async () => {
        const { media } = window.devices;
        const before = media.state.cameraID;
        const other = media.state.devices.cameras.find(({ deviceId }) => deviceId !== before);
        await media.useCamera(other?.deviceId ?? "");
        return { before, other: other?.deviceId, now: media.state.cameraID };
      });
      expect(chosen.now).to.equal(chosen.other).and.not.equal(chosen.before);
      expect(await running(page, "video")).to.equal(1);
    });

    it("opens another camera when the chosen one is not there", async () => {
      await openPage();
      await page.evaluate(() => window.devices.media.useCamera("unplugged"));
      await open(page, { audio: true, video: true });
      expect(await readState(page)).to.deep.include({ audio: on, video: on });
    });

    it("opens a device again that ended by itself", async () => {
      await openPage();
      await open(page, { audio: false, video: true });
      await page.evaluate(() => {
        const track = window.devices.media.track("video");
        track?.stop();
        track?.dispatchEvent(new Event("ended"));
      });
      await waitUntil("the camera", async () => (await readState(page)).video.isOn);
      expect(await running(page, "video")).to.equal(1);
      expect(await page.evaluate(() => window.devices.tracks)).to.deep.equal(["video", "-video", "video"]);
    });

    /** As when the cable is pulled: the track ends by itself, then the list changes. */
    const unplug = (kind: "audio" | "video", what: string) =>
      page.evaluate(
        ([ofKind, gone]) => {
          const { media, unplugged } = window.devices;
          unplugged.add(gone);
          const track = media.track(ofKind);
          track?.stop();
          track?.dispatchEvent(new Event("ended"));
          navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
        },
        [kind, what] as const,
      );

    const plugIn = () =>
      page.evaluate(() => {
        window.devices.unplugged.clear();
        navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
      });

    it("takes another camera when the chosen one is unplugged, and the chosen one when it is back", async () => {
      await openPage();
      await open(page, { audio: false, video: true });
      const chosen = await page.evaluate(async () => {
        const { media } = window.devices;
        const other = media.state.devices.cameras.find(({ deviceId }) => deviceId !== media.state.cameraID);
        await media.useCamera(other?.deviceId ?? "");
        return media.state.cameraID ?? "";
      });
      const cameraNow = () => page.evaluate(() => window.devices.media.track("video")?.getSettings().deviceId);
      await unplug("video", chosen);
      await waitUntil("another camera", async () => ![undefined, chosen].includes(await cameraNow()));
      expect(await readState(page)).to.deep.include({ video: on, cameras: 1 });
      await plugIn();
      await waitUntil("the chosen camera", async () => (await cameraNow()) === chosen);
      expect(await running(page, "video")).to.equal(1);
    });

    for (const kind of ["audio", "video"] as const) {
      it(`says that no ${kind} device is there any more, and opens one that is plugged in`, async () => {
        await openPage();
        await open(page, { audio: true, video: true });
        await unplug(kind, kind);
        await waitUntil("the problem", async () => (await readState(page))[kind].problem === "missing");
        expect((await readState(page))[kind]).to.deep.equal({ isWanted: true, isOn: false, problem: "missing" });
        expect(await running(page, kind)).to.equal(0);
        await plugIn();
        await waitUntil("the device", async () => (await readState(page))[kind].isOn);
        expect((await readState(page))[kind]).to.deep.equal(on);
      });
    }

    it("notices an ended track by the list of devices alone", async () => {
      await openPage();
      await open(page, { audio: false, video: true });
      await page.evaluate(() => {
        window.devices.media.track("video")?.stop();
        navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
      });
      await waitUntil("the camera", async () => (await running(page, "video")) === 1);
    });

    it("says that another program has the camera, and opens it when asked again", async () => {
      await openPage();
      await page.evaluate(() => window.devices.taken.add("video"));
      await open(page, { audio: true, video: true });
      const state = await readState(page);
      expect(state.video).to.deep.equal({ isWanted: true, isOn: false, problem: "in-use" });
      expect(state.audio).to.deep.equal(on);
      await page.evaluate(() => window.devices.media.setVideo(true));
      expect((await readState(page)).video.problem).to.equal("in-use");
      await page.evaluate(() => window.devices.taken.clear());
      await open(page, { audio: true, video: true });
      expect(await readState(page)).to.deep.include({ audio: on, video: on });
    });

    const readSound = () =>
      page.evaluate(() => {
        const { echoCancellation, noiseSuppression, autoGainControl } =
          window.devices.media.track("audio")?.getSettings() ?? {};
        return { echoCancellation, noiseSuppression, autoGainControl };
      });

    it("changes what is done to the sound of the microphone, now and later", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      // What the page asks for; the rest is on.
      const begun = { echoCancellation: false, noiseSuppression: true, autoGainControl: true };
      expect(await page.evaluate(() => window.devices.media.state.sound)).to.deep.equal(begun);
      expect(await readSound()).to.deep.equal(begun);
      for (const changes of [{ echoCancellation: true }, { noiseSuppression: false, autoGainControl: false }, begun]) {
        const wanted = await page.evaluate(async (changed) => {
          await window.devices.media.setSoundProcessing(changed);
          return window.devices.media.state.sound;
        }, changes);
        expect(wanted).to.deep.include(changes);
        expect(await readSound()).to.deep.equal(wanted);
        expect(await readState(page)).to.deep.include({ audio: on });
        expect(await running(page, "audio")).to.equal(1);
      }
      await page.evaluate(async () => {
        const { media } = window.devices;
        await media.setSoundProcessing({ noiseSuppression: false });
        await media.useMicrophone(media.state.microphoneID ?? "");
      });
      expect((await readSound()).noiseSuppression).to.equal(false);
    });

    it("keeps a muted microphone silent when its processing changes, until it is wanted", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      await page.evaluate(async () => {
        await window.devices.media.setAudio(false);
        await window.devices.media.setSoundProcessing({ echoCancellation: true });
      });
      expect(await readState(page)).to.deep.include({ audio: off });
      expect(await page.evaluate(() => window.devices.media.track("audio")?.enabled ?? false)).to.equal(false);
      await page.evaluate(() => window.devices.media.setAudio(true));
      expect(await readState(page)).to.deep.include({ audio: on });
      expect((await readSound()).echoCancellation).to.equal(true);
    });

    it("says that both were refused, and opens them once they are allowed", async () => {
      await openPage([]);
      await open(page, { audio: true, video: true });
      const refused = await readState(page);
      expect([refused.audio.problem, refused.video.problem]).to.deep.equal(["denied", "denied"]);
      expect([refused.audio.isOn, refused.video.isOn]).to.deep.equal([false, false]);
      await page.context().grantPermissions(["camera", "microphone"], { origin: browser.origin });
      await open(page, { audio: true, video: true });
      expect(await readState(page)).to.deep.include({ audio: on, video: on });
    });

    it("opens the one that is allowed when the other is refused", async () => {
      await openPage(["microphone"]);
      await open(page, { audio: true, video: true });
      const state = await readState(page);
      expect(state.audio).to.deep.equal(on);
      expect(state.video).to.deep.equal({ isWanted: true, isOn: false, problem: "denied" });
    });
  });

  it("says that there is no camera and goes on with the microphone", async () => {
    const browser = await openBrowser(entry, "device-count=0");
    try {
      const { page } = await browser.openPage();
      await open(page, { audio: true, video: true });
      const state = await readState(page);
      expect(state.video).to.deep.equal({ isWanted: true, isOn: false, problem: "missing" });
      expect(state.audio).to.deep.equal(on);
    } finally {
      await browser.close();
    }
  });
});
