// A full room: eight people, each connected to each. It proves that nobody is missing, not how long
// that takes. All of them share this machine. Their cameras are therefore small and slow, and most
// microphones are off, as in any meeting of eight.
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { fakeDevices } from "../../../scripts/system/browsers/launch-chromium.ts";
import { limitCapture } from "../../../scripts/system/browsers/limit-capture.ts";
import { openPerson, withBrowser, type Person } from "../support/browser.ts";
import { readTraffic, type Traffic } from "../support/connections.ts";
import { eventually } from "../support/eventually.ts";
import { connect, countTiles, createRoom, openLink } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

const people = 8;
const speakerCount = 2;
/** An overloaded machine makes each step slow. Only a failure takes this long. */
const capMs = 240_000;

async function openWithSmallCamera(browser: Browser): Promise<Person> {
  const person = await openPerson({ browser, viewport: { width: 480, height: 320 } });
  person.page.setDefaultTimeout(capMs);
  await person.context.addInitScript(limitCapture, { width: 160, height: 90 });
  return person;
}

/** Frames of all the others have arrived, and more of them since `before`, if there is one. */
function areAllMoving({ connected, framesDecoded }: Traffic, before: Traffic | null, others: number): boolean {
  const areMoving = framesDecoded.every((frames, peer) => frames > (before?.framesDecoded[peer] ?? 0) + 2);
  return connected === others && areMoving;
}

async function expectSeesAll({ page }: Person, others: number): Promise<Traffic> {
  await eventually(
    `${others} tiles`,
    () => countTiles(page),
    (tiles) => tiles === others,
    capMs,
  );
  const hasArrived = (now: Traffic) => areAllMoving(now, null, others);
  const before = await eventually(`video of ${others}`, () => readTraffic(page), hasArrived, capMs);
  const continues = (now: Traffic) => areAllMoving(now, before, others);
  return eventually("video that continues", () => readTraffic(page), continues, capMs);
}

describe("a full room", function () {
  this.timeout(900_000);
  useSystem();

  it("shows all eight people to each other, with the audio of the speakers", () =>
    withBrowser([fakeDevices(5)], async (browser) => {
      const all: Person[] = [];
      let link = "";
      for (let number = 0; number < people; number += 1) {
        const person = await openWithSmallCamera(browser);
        if (number === 0) link = await createRoom(person);
        else await openLink(person, link);
        if (number >= speakerCount) await person.page.getByTestId("toggle-microphone").click();
        await connect(person);
        if (number > 0) await expectSeesAll(person, number);
        all.push(person);
      }
      for (const [number, person] of all.entries()) {
        await expectSeesAll(person, people - 1);
        const speakers = number < speakerCount ? speakerCount - 1 : speakerCount;
        const heard = await eventually(
          "the audio of the speakers",
          () => readTraffic(person.page),
          ({ audioEnergy }) => audioEnergy.filter((energy) => energy > 0.001).length >= speakers,
          capMs,
        );
        expect(heard.audioEnergy.filter((energy) => energy > 0.001)).to.have.length(speakers);
        const muted = person.page.getByTestId("tile-microphone-off");
        await eventually(
          "the muted tiles",
          () => muted.count(),
          (count) => count === people - 1 - speakers,
          capMs,
        );
      }
    }));
});
