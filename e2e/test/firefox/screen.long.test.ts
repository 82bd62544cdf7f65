// A shared screen from Firefox and in Firefox, for those who are there and for who comes later.
// Nothing moves on it: a picture that has arrived once has to stay.
import { installFromDebian } from "../../../scripts/system/browsers/install-package.ts";
import { fakeDevices } from "../../../scripts/system/browsers/launch-chromium.ts";
import { withBrowser, withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import type { AnyPerson } from "../support/firefox/any-person.ts";
import { launchFirefox, withFirefoxPeople } from "../support/firefox/firefox-people.ts";
import { shareThisTab } from "../journeys/share-this-tab.ts";
import { connect, meet, openLink } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";
import { openDisplay, type VirtualDisplay } from "../support/device/virtual-display.ts";

/** How many colours the shared screen has, of those that a look at a few places finds. */
function countColours({ page }: AnyPerson): Promise<number> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('[data-testid="screen-tile"] video');
    if (video === null || video.videoWidth === 0) return 0;
    const canvas = new OffscreenCanvas(64, 36);
    const context = canvas.getContext("2d")!;
    context.drawImage(video, 0, 0, 64, 36);
    return new Set(new Uint32Array(context.getImageData(0, 0, 64, 36).data.buffer)).size;
  });
}

async function waitForScreen(person: AnyPerson): Promise<void> {
  await person.page.getByTestId("screen-tile").waitFor();
  await eventually(
    "the picture of a screen",
    () => countColours(person),
    (colours) => colours > 10,
  );
}

async function expectShared(owner: AnyPerson, there: AnyPerson, late: AnyPerson, link: string): Promise<void> {
  await owner.page.getByTestId("share-screen").click();
  await owner.page.getByTestId("sharing").waitFor();
  await waitForScreen(there);
  await openLink(late, link);
  await connect(late);
  await waitForScreen(late);
  await owner.page.getByTestId("stop-screen").click();
  for (const { page } of [there, late]) await page.getByTestId("screen-tile").waitFor({ state: "detached" });
}

/** Null where there is no Xvfb, and none can be installed. */
async function findDisplay(): Promise<VirtualDisplay | null> {
  const first = await openDisplay().catch(() => null);
  return first ?? (installFromDebian("xvfb") ? openDisplay() : null);
}

describe("a shared screen", () => {
  useSystem();

  it("from Firefox is seen in Firefox and in Chromium", async function () {
    const display = await findDisplay();
    if (display === null) {
      process.stdout.write("        No Xvfb: a headless Firefox has no screen to share.\n");
      return this.skip();
    }
    try {
      const browser = launchFirefox(display.name);
      try {
        await withFirefoxPeople(
          2,
          (ann, ben) => withPeople(1, async (cat) => expectShared(ann!, ben!, cat, await meet(ann!, ben!))),
          browser,
        );
      } finally {
        await (await browser).close();
      }
    } finally {
      display.close();
    }
  });

  it("from Chromium is seen in Firefox", () =>
    withBrowser(["--auto-accept-this-tab-capture", fakeDevices()], (browser) =>
      withPeople([{ browser }], (ann) =>
        withFirefoxPeople(2, async (ben, cat) => {
          await ann!.context.addInitScript(shareThisTab);
          await expectShared(ann!, ben!, cat!, await meet(ann!, ben!));
        }),
      ),
    ));

  it("cannot come from a Firefox without one, which says so", () =>
    withFirefoxPeople(1, async (ann) => {
      await meet(ann!);
      await ann!.page.getByTestId("share-screen").click();
      await ann!.page.locator('[data-testid="popup"][data-code="screen-missing"]').waitFor();
    }));
});
