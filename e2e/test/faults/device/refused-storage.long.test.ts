// Two people meet although a browser stores nothing, or has no room left. A reload returns to the
// call.
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { chromium, type BrowserContext } from "playwright-core";
import { chromiumOptions, fakeDevices } from "../../../../scripts/system/browsers/launch-chromium.ts";
import { createPerson, withPeople, type Person } from "../../support/browser.ts";
import { devicePermissions } from "../../support/contexts.ts";
import { watchConnections } from "../../support/connections.ts";
import { connect, createRoom, expectSeesAndHears, openLink, waitForTiles } from "../../support/meeting.ts";
import { getSystem, useSystem } from "../../support/system.ts";

/** As chosen in the settings of Chromium: no site may save data on the device. */
const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };

async function withBlockedStorage(body: (person: Person) => Promise<void>): Promise<void> {
  const { url } = await getSystem();
  const folder = await mkdtemp(join(tmpdir(), "meetogram-profile-"));
  let context: BrowserContext | null = null;
  try {
    await mkdir(join(folder, "Default"));
    await writeFile(join(folder, "Default/Preferences"), JSON.stringify(blocked));
    context = await chromium.launchPersistentContext(folder, { ...chromiumOptions(fakeDevices()), locale: "en-US" });
    await context.grantPermissions(devicePermissions, { origin: url });
    await context.addInitScript("globalThis.__name ??= (target) => target");
    await context.addInitScript(watchConnections);
    await body(createPerson({ context, page: context.pages()[0] ?? (await context.newPage()) }, url));
  } finally {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Until not one character more fits. */
function fillStorage(): void {
  for (const storage of [localStorage, sessionStorage]) {
    let filled = 0;
    for (let size = 1 << 22; size >= 1;) {
      try {
        storage.setItem(`full:${(filled += 1)}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
    }
  }
}

function refusesStorage({ page }: Person): Promise<boolean> {
  return page.evaluate(() => {
    try {
      sessionStorage.setItem("probe", "x".repeat(1_000));
      return false;
    } catch {
      return true;
    }
  });
}

/** Ann and Ben see and hear each other before and after Ben reloads, as the same participant. */
async function meetAndReload(ann: Person, ben: Person): Promise<void> {
  await connect(ann);
  await connect(ben);
  for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
  const participant = await ann.page.getByTestId("tile").getAttribute("data-participant");
  await ben.page.reload();
  // Without a press on Connect.
  await ben.page.getByTestId("call").waitFor();
  await waitForTiles(ben.page, 1);
  for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
  expect(await ann.page.getByTestId("tile").getAttribute("data-participant")).to.equal(participant);
  expect(await refusesStorage(ben)).to.equal(true);
  expect([...ann.errors, ...ben.errors]).to.deep.equal([]);
}

describe("a browser that stores nothing", () => {
  useSystem();

  it("blocked by its settings: Go leads to the lobby, two people meet, and a reload returns to the call", () =>
    withPeople(1, (ann) =>
      withBlockedStorage(async (ben) => {
        const link = await createRoom(ben);
        await openLink(ann!, link);
        await meetAndReload(ann!, ben);
      }),
    ));

  it("blocked by its settings: a guest comes in, and a reload after leaving leads to the lobby", () =>
    withPeople(1, (ann) =>
      withBlockedStorage(async (ben) => {
        const link = await createRoom(ann!);
        await ben.page.goto(ben.origin);
        await openLink(ben, link);
        await meetAndReload(ann!, ben);
        await ben.page.getByTestId("leave").click();
        await ben.page.getByTestId("dead-end").waitFor();
        await ben.page.reload();
        await ben.page.getByTestId("lobby").waitFor();
      }),
    ));

  it("full: a reload returns to the call", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann!);
      await openLink(ben!, link);
      await ben!.page.evaluate(fillStorage);
      await meetAndReload(ann!, ben!);
    }));
});

describe("a browser that opens no devices", () => {
  useSystem();

  it("lets a listener in, who sees and hears the others", () =>
    withPeople([{}, { hasDevices: false }], async (ann, ben) => {
      const link = await createRoom(ann!);
      await connect(ann!);
      await ben!.context.addInitScript(() =>
        Object.defineProperty(navigator, "mediaDevices", { value: undefined, configurable: true }),
      );
      await openLink(ben!, link);
      await ben!.page.getByTestId("copy-elsewhere").waitFor();
      await connect(ben!);
      await expectSeesAndHears(ben!, 1);
      await waitForTiles(ann!.page, 1);
      expect(ben!.errors).to.deep.equal([]);
    }));
});
