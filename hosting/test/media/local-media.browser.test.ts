// Local devices in a real browser: what is open, what is reported, and that nothing stays open that
// should not.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openBrowser, waitUntil, type TestBrowser } from "../call/browser/browser.ts";

const usual = { problem: null, delay: null, isMuted: false, isFallback: false, returnedID: null };
const on = { ...usual, isWanted: true, isOn: true };
const off = { ...usual, isWanted: false, isOn: false };
const failed = (problem: string) => ({ ...usual, isWanted: true, isOn: false, problem });

describe("local media in a browser", function () {
  const entry = new URL("page.ts", import.meta.url);

  function readState(page: Page) {
    return page.evaluate(() => {
      const { audio, video, devices } = window.devices.media.state;
      const counts = { cameras: devices.cameras.length, microphones: devices.microphones.length };
      return { audio, video, ...counts };
    });
  }

  const open = (page: Page, wanted: { audio: boolean; video: boolean }) =>
    page.evaluate((kinds) => window.devices.media.open(kinds), wanted);

  /** The number of tracks of a kind that are still live, of all that were opened. */
  const countLive = (page: Page, kind: string) =>
    page.evaluate(
      (ofKind) => window.devices.opened.filter((track) => track.kind === ofKind && track.readyState === "live").length,
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

    it("goes over to the other camera, and what is sent changes once", async () => {
      await openPage();
      await open(page, { audio: false, video: true });
      const { sent, cameras, isOther } = await page.evaluate(async () => {
        const { media } = window.devices;
        const sent: (string | undefined)[] = [];
        const { signal } = new AbortController();
        media.onTrack((kind, track) => kind === "video" && sent.push(track?.getSettings().deviceId), { signal });
        const before = media.state.cameraID;
        const isOther = await media.flipCamera();
        return { sent, cameras: [before, media.state.cameraID], isOther };
      });
      expect(isOther).to.equal(true);
      expect(sent).to.deep.equal([cameras[1]]);
      expect(cameras[0]).not.to.equal(cameras[1]);
      expect(await readState(page)).to.deep.include({ video: on });
      expect(await countLive(page, "video")).to.equal(1);
    });

    it("opens only what is wanted", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      expect(await readState(page)).to.deep.include({ audio: on, video: off });
      expect(await countLive(page, "video")).to.equal(0);
    });

    it("stops the camera that is turned off and opens it again", async () => {
      await openPage();
      await open(page, { audio: true, video: true });
      await page.evaluate(() => window.devices.media.setVideo(false));
      expect(await readState(page)).to.deep.include({ audio: on, video: off });
      expect(await countLive(page, "video")).to.equal(0);
      await page.evaluate(() => window.devices.media.setVideo(true));
      expect(await readState(page)).to.deep.include({ audio: on, video: on });
      expect(await countLive(page, "video")).to.equal(1);
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
      expect(await countLive(page, "audio")).to.equal(1);
      await page.evaluate(() => window.devices.media.setAudio(true));
      expect(await readState(page)).to.deep.include({ audio: on });
      expect(await page.evaluate(() => window.devices.opened.length)).to.equal(1);
    });

    it("stops a camera track that arrives after the camera was turned off", async () => {
      await openPage();
      await page.evaluate(async () => {
        const { media } = window.devices;
        const opening = media.setVideo(true);
        await media.setVideo(false);
        await opening;
      });
      expect(await readState(page)).to.deep.include({ video: off });
      expect(await page.evaluate(() => window.devices.opened.length)).to.equal(1);
      expect(await countLive(page, "video")).to.equal(0);
      expect(await page.evaluate(() => window.devices.tracks)).to.deep.equal([]);
    });

    it("stops all tracks on close, and those that arrive after it", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      await page.evaluate(async () => {
        const { media } = window.devices;
        const opening = media.setVideo(true);
        media.close();
        await opening;
      });
      expect([await countLive(page, "audio"), await countLive(page, "video")]).to.deep.equal([0, 0]);
    });

    it("switches cameras, with one open at a time", async () => {
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
      expect(await countLive(page, "video")).to.equal(1);
    });

    for (const kind of ["audio", "video"] as const) {
      it(`replaces only the missing ${kind} device, and keeps the other chosen one`, async () => {
        await openPage();
        await open(page, { audio: true, video: true });
        const present = await page.evaluate(() => {
          const { devices, cameraID, microphoneID } = window.devices.media.state;
          const [microphones, cameras] = [devices.microphones, devices.cameras].map((list) =>
            list.map(({ deviceId }) => deviceId).filter((id) => ![cameraID, microphoneID, "default"].includes(id)),
          );
          return { audio: microphones?.[0] ?? "", video: cameras?.[0] ?? "" };
        });
        await page.evaluate(
          async (chosen) => {
            window.devices.media.close();
            window.devices.restart({ microphoneID: chosen.audio, cameraID: chosen.video });
            await window.devices.media.open({ audio: true, video: true });
          },
          { ...present, [kind]: "gone" },
        );
        const state = await readState(page);
        const kept = kind === "audio" ? "video" : "audio";
        expect(state[kept]).to.deep.equal(on);
        expect(state[kind]).to.deep.equal({ ...on, isFallback: true });
        const used = await page.evaluate(
          (of) => window.devices.media.track(of)?.getSettings().deviceId,
          kept as "audio" | "video",
        );
        expect(used).to.equal(present[kept]).and.not.equal("");
      });
    }

    for (const kind of ["audio", "video"] as const) {
      it(`reports that the system has muted the ${kind} device, and when that is over`, async () => {
        await openPage();
        await open(page, { audio: true, video: true });
        const muteBySystem = (isMuted: boolean) =>
          page.evaluate(
            ([of, muted]) => {
              const track = window.devices.media.track(of)!;
              Object.defineProperty(track, "muted", { value: muted, configurable: true });
              track.dispatchEvent(new Event(muted ? "mute" : "unmute"));
            },
            [kind, isMuted] as const,
          );
        await muteBySystem(true);
        expect((await readState(page))[kind]).to.deep.equal({ ...on, isOn: false, isMuted: true });
        await muteBySystem(false);
        expect((await readState(page))[kind]).to.deep.equal(on);
        await muteBySystem(true);
        // The way on: another track of the same device.
        await open(page, { audio: true, video: true });
        expect((await readState(page))[kind]).to.deep.equal(on);
        expect(await countLive(page, kind)).to.equal(1);
      });
    }

    it("is not on while the browser waits for an answer, says so, and is on with the answer", async () => {
      await openPage();
      await page.evaluate(() => {
        window.devices.hold();
        void window.devices.media.open({ audio: true, video: true });
      });
      await waitUntil("the delay", async () => (await readState(page)).audio.delay);
      const waiting = await readState(page);
      // It is allowed here, so it is not the browser that waits.
      for (const kind of ["audio", "video"] as const) {
        expect(waiting[kind]).to.deep.equal({ ...usual, isWanted: true, isOn: false, delay: "slow" });
      }
      // What the person gives up meanwhile does not come with the answer.
      await page.evaluate(() => window.devices.media.setVideo(false));
      await page.evaluate(() => window.devices.answer());
      await waitUntil("the microphone", async () => (await readState(page)).audio.isOn);
      expect(await readState(page)).to.deep.include({ audio: on, video: off });
      expect(await countLive(page, "video")).to.equal(0);
    });

    it("reopens a device whose track ended by itself", async () => {
      await openPage();
      await open(page, { audio: false, video: true });
      await page.evaluate(() => {
        const track = window.devices.media.track("video");
        track?.stop();
        track?.dispatchEvent(new Event("ended"));
      });
      await waitUntil("the camera", async () => (await readState(page)).video.isOn);
      expect(await countLive(page, "video")).to.equal(1);
      expect(await page.evaluate(() => window.devices.tracks)).to.deep.equal(["video", "-video", "video"]);
    });

    /** As when the cable is pulled: the track ends by itself, then the device list changes. */
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

    it("falls back to another camera when the chosen one is unplugged, and offers it when it is back", async () => {
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
      expect(await readState(page)).to.deep.include({ video: { ...on, isFallback: true }, cameras: 1 });
      await plugIn();
      await waitUntil("the offer", async () => (await readState(page)).video.returnedID === chosen);
      expect(await cameraNow()).to.not.equal(chosen);
      await page.evaluate((deviceID) => window.devices.media.useCamera(deviceID), chosen);
      expect(await cameraNow()).to.equal(chosen);
      expect((await readState(page)).video).to.deep.equal(on);
      expect(await countLive(page, "video")).to.equal(1);
    });

    for (const kind of ["audio", "video"] as const) {
      it(`reports a missing ${kind} device, and opens one when it is plugged in`, async () => {
        await openPage();
        await open(page, { audio: true, video: true });
        await unplug(kind, kind);
        await waitUntil("the problem", async () => (await readState(page))[kind].problem === "missing");
        expect((await readState(page))[kind]).to.deep.equal(failed("missing"));
        expect(await countLive(page, kind)).to.equal(0);
        await plugIn();
        await waitUntil("the device", async () => (await readState(page))[kind].isOn);
        expect((await readState(page))[kind]).to.deep.equal(on);
      });
    }

    it("notices an ended track from a device change alone", async () => {
      await openPage();
      await open(page, { audio: false, video: true });
      await page.evaluate(() => {
        window.devices.media.track("video")?.stop();
        navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
      });
      await waitUntil("the camera", async () => (await countLive(page, "video")) === 1);
    });

    it("reports a camera in use by another program, and opens it on the next request", async () => {
      await openPage();
      await page.evaluate(() => window.devices.inUse.add("video"));
      await open(page, { audio: true, video: true });
      const state = await readState(page);
      expect(state.video).to.deep.equal(failed("in-use"));
      expect(state.audio).to.deep.equal(on);
      await page.evaluate(() => window.devices.media.setVideo(true));
      expect((await readState(page)).video.problem).to.equal("in-use");
      await page.evaluate(() => window.devices.inUse.clear());
      await open(page, { audio: true, video: true });
      expect(await readState(page)).to.deep.include({ audio: on, video: on });
    });

    const readAudioProcessing = () =>
      page.evaluate(() => {
        const { echoCancellation, noiseSuppression, autoGainControl } =
          window.devices.media.track("audio")?.getSettings() ?? {};
        return { echoCancellation, noiseSuppression, autoGainControl };
      });

    it("changes the microphone's audio processing, now and later", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      // What the page requests. The rest is on.
      const initial = { echoCancellation: false, noiseSuppression: true, autoGainControl: true };
      expect(await page.evaluate(() => window.devices.media.state.audioProcessing)).to.deep.equal(initial);
      expect(await readAudioProcessing()).to.deep.equal(initial);
      for (const changes of [
        { echoCancellation: true },
        { noiseSuppression: false, autoGainControl: false },
        initial,
      ]) {
        const wanted = await page.evaluate(async (changed) => {
          await window.devices.media.setAudioProcessing(changed);
          return window.devices.media.state.audioProcessing;
        }, changes);
        expect(wanted).to.deep.include(changes);
        expect(await readAudioProcessing()).to.deep.equal(wanted);
        expect(await readState(page)).to.deep.include({ audio: on });
        expect(await countLive(page, "audio")).to.equal(1);
      }
      await page.evaluate(async () => {
        const { media } = window.devices;
        await media.setAudioProcessing({ noiseSuppression: false });
        await media.useMicrophone(media.state.microphoneID ?? "");
      });
      expect((await readAudioProcessing()).noiseSuppression).to.equal(false);
    });

    it("keeps a muted microphone silent when its processing changes, until it is unmuted", async () => {
      await openPage();
      await open(page, { audio: true, video: false });
      await page.evaluate(async () => {
        await window.devices.media.setAudio(false);
        await window.devices.media.setAudioProcessing({ echoCancellation: true });
      });
      expect(await readState(page)).to.deep.include({ audio: off });
      expect(await page.evaluate(() => window.devices.media.track("audio")?.enabled ?? false)).to.equal(false);
      await page.evaluate(() => window.devices.media.setAudio(true));
      expect(await readState(page)).to.deep.include({ audio: on });
      expect((await readAudioProcessing()).echoCancellation).to.equal(true);
    });

    it("reports both as denied, and opens them once permission is granted", async () => {
      await openPage([]);
      await open(page, { audio: true, video: true });
      const refused = await readState(page);
      expect([refused.audio.problem, refused.video.problem]).to.deep.equal(["denied", "denied"]);
      expect([refused.audio.isOn, refused.video.isOn]).to.deep.equal([false, false]);
      await page.context().grantPermissions(["camera", "microphone"], { origin: browser.origin });
      await open(page, { audio: true, video: true });
      expect(await readState(page)).to.deep.include({ audio: on, video: on });
    });

    it("opens the permitted device when the other is denied", async () => {
      await openPage(["microphone"]);
      await open(page, { audio: true, video: true });
      const state = await readState(page);
      expect(state.audio).to.deep.equal(on);
      expect(state.video).to.deep.equal(failed("denied"));
    });
  });

  it("reports a missing camera and continues with the microphone", async () => {
    const browser = await openBrowser(entry, "device-count=0");
    try {
      const { page } = await browser.openPage();
      await open(page, { audio: true, video: true });
      const state = await readState(page);
      expect(state.video).to.deep.equal(failed("missing"));
      expect(state.audio).to.deep.equal(on);
    } finally {
      await browser.close();
    }
  });
});
