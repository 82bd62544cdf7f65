// The clock of a device is set in the lobby, and together with a suspension in which it stood
// still.
import { fakeDevices } from "../../../../scripts/system/browsers/launch-chromium.ts";
import { withBrowser, withPeople, type Person } from "../../support/browser.ts";
import { controlClock, moveClock } from "../../support/device/device-clock.ts";
import { connect, createRoom, expectSeesAndHears, meet, openLink } from "../../support/meeting.ts";
import { pressMicrophone } from "../../support/stored/own-document.ts";
import { suspendFor } from "../../support/device/processes.ts";
import { useSystem } from "../../support/system.ts";

const minuteMs = 60_000;
const jumpsMs = [3.6 * minuteMs, 9 * 60 * minuteMs, -12 * minuteMs];

async function joinWith(link: string, newcomer: Person, inside: readonly Person[]): Promise<void> {
  await openLink(newcomer, link);
  await connect(newcomer);
  for (const person of [newcomer, ...inside]) await expectSeesAndHears(person, inside.length);
}

describe("the clock of a device", () => {
  useSystem();

  for (const jumpMs of jumpsMs) {
    it(`is set by ${jumpMs / minuteMs} minutes in the lobby: the person connects, and others connect to them`, () =>
      withPeople([{}, { locale: "en-GB" }], async (ann, ben) => {
        await controlClock(ben!);
        const link = await createRoom(ann!);
        await connect(ann!);
        await openLink(ben!, link);
        await ben!.page.locator('[data-testid="lobby"][data-step="ready"]').waitFor();
        await moveClock(ben!, { wallMs: jumpMs });
        await connect(ben!);
        for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
        await withPeople(1, (cat) => joinWith(link, cat, [ann!, ben!]));
      }));

    it(`is set by ${jumpMs / minuteMs} minutes while it is suspended, and stood still: the call goes on`, () =>
      withBrowser([fakeDevices()], (browser) =>
        withPeople([{}, { browser }], async (ann, ben) => {
          await controlClock(ben!);
          const link = await meet(ann!, ben!);
          for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
          const idOfBen = (await ann!.page.getByTestId("tile").getAttribute("data-participant"))!;
          const suspendedMs = 7_000;
          await suspendFor(browser, suspendedMs, () => Promise.resolve());
          await moveClock(ben!, { wallMs: jumpMs, monotonicMs: -suspendedMs });
          await pressMicrophone(ben!, link, idOfBen);
          await pressMicrophone(ben!, link, idOfBen);
          await withPeople(1, (cat) => joinWith(link, cat, [ann!, ben!]));
        }),
      ));
  }
});
