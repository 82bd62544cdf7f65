// Camera and microphone that do not do what the person wishes: others are told what is on, and the
// page says what to do.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { withPeople } from "../../support/browser.ts";
import { connect, createRoom, expectSeesAndHears, openLink } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";

describe("devices", () => {
  useSystem();

  it("refused: a notice says how to allow them, and asking again works once they are granted", () =>
    withPeople([{}, { hasDevices: false }], async (ann, ben) => {
      const link = await createRoom(ann!);
      await connect(ann!);
      await openLink(ben!, link);
      const notice = ben!.page.getByTestId("media-notice");
      await notice.waitFor();
      expect(await notice.innerText()).to.match(/allow the camera and the microphone/i);
      await ben!.context.grantPermissions(["camera", "microphone"], { origin: ben!.origin });
      await ben!.page.getByTestId("ask-again").click();
      await notice.waitFor({ state: "detached" });
      await connect(ben!);
      for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
    }));

  it("unanswered, then muted by the system: off for the others until there is something to hear", () =>
    withPeople([{}, { hasDevices: true }], async (ann, ben) => {
      const link = await createRoom(ann!);
      await connect(ann!);
      await ben!.page.addInitScript(keepAsking);
      await openLink(ben!, link);
      await connect(ben!);
      const isOff = (device: "microphone" | "camera") => ann!.page.getByTestId(`tile-${device}-off`);
      await ann!.page.locator('[data-testid="tile"][data-status="connected"]').waitFor();
      await isOff("microphone").waitFor();
      await isOff("camera").waitFor();
      const notice = (key: string) => ben!.page.locator(`[data-notice="${key}"]`);
      await notice("both unanswered").waitFor();

      await ben!.page.evaluate(() => (window as unknown as Asking).answer());
      await notice("both unanswered").waitFor({ state: "detached" });
      for (const device of ["microphone", "camera"] as const) await isOff(device).waitFor({ state: "detached" });
      await expectSeesAndHears(ann!, 1);

      for (const [kind, device] of [
        ["audio", "microphone"],
        ["video", "camera"],
      ] as const) {
        await setMutedBySystem(ben!.page, kind, true);
        await isOff(device).waitFor();
        await notice(`${device} muted`).waitFor();
        await setMutedBySystem(ben!.page, kind, false);
        await isOff(device).waitFor({ state: "detached" });
        await notice(`${device} muted`).waitFor({ state: "detached" });
      }
    }));
});

interface Asking extends Window {
  answer(): void;
}

/** As a browser whose question nobody answers, until `answer` is called. */
function keepAsking(): void {
  const { mediaDevices, permissions } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  const answered = new Promise<void>((resolve) => ((window as unknown as Asking).answer = resolve));
  mediaDevices.getUserMedia = async (constraints) => {
    await answered;
    return getUserMedia(constraints);
  };
  permissions.query = async () => ({ state: "prompt" }) as PermissionStatus;
}

/** What a key of the keyboard or a phone call does. No fake device can be muted. */
async function setMutedBySystem(page: Page, kind: "audio" | "video", isMuted: boolean): Promise<void> {
  await page.evaluate(
    ([ofKind, value]) => {
      const own = document.querySelector<HTMLVideoElement>('[data-testid="self-tile"] video')?.srcObject;
      const track = (own as MediaStream).getTracks().find((each) => each.kind === ofKind)!;
      Object.defineProperty(track, "muted", { value, configurable: true });
      track.dispatchEvent(new Event(value ? "mute" : "unmute"));
    },
    [kind, isMuted] as const,
  );
}
