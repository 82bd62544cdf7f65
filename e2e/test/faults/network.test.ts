// The network between two breaks and comes back, while both pages run on.
import { expect } from "chai";
import { withPeople, type Person } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { waitForFrames } from "../support/steadiness.ts";
import { rangeOfTiles, readSights, recordTiles, type Sight } from "../support/tiles.ts";
import { useSystem } from "../support/system.ts";
import { openLine } from "../support/line.ts";
import { reportTime } from "../support/report.ts";

const cutMs = 8_000;

interface Expected {
  readonly people: readonly [Person, Person];
  /** What each of them is told in the end, of why the other is silent. */
  readonly reasons: readonly [RegExp, RegExp];
}

/** Breaks the line for 8 s, and further until both have been told why; resolves to what each was shown meanwhile. */
async function breakLine(
  { people, reasons }: Expected,
  breakIt: () => Promise<void>,
  mend: () => Promise<void>,
): Promise<(readonly Sight[])[]> {
  for (const { page } of people) await recordTiles(page);
  const silences = people.map(({ page }) => page.getByTestId("tile-silent"));
  const brokenAtMs = Date.now();
  await breakIt();
  await Promise.all(silences.map((silence) => silence.waitFor()));
  reportTime("shown as silent to both after", brokenAtMs);
  await Promise.all(silences.map((silence, index) => silence.filter({ hasText: reasons[index]! }).waitFor()));
  reportTime("with the reason to both after", brokenAtMs);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, brokenAtMs + cutMs - Date.now())));
  await mend();
  const mendedAtMs = Date.now();
  await Promise.all(people.map((person) => waitForFrames(person)));
  reportTime("frames for both, after the return:", mendedAtMs);
  await Promise.all(silences.map((silence) => silence.waitFor({ state: "detached" })));
  reportTime("shown as connected to both, after the return:", mendedAtMs);
  for (const person of people) await expectSeesAndHears(person, 1);
  return Promise.all(people.map(({ page }) => readSights(page)));
}

describe("a network that breaks", () => {
  useSystem();

  it("only between the two, for 8 s: both are shown as silent with the reason, in one tile, and come back", () =>
    withPeople(2, async (ann, ben) => {
      const line = await openLine(ben.page);
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const expected: Expected = { people: [ann, ben], reasons: [/network/i, /network/i] };
      for (const sights of await breakLine(expected, line.cutPackets, line.mend)) {
        expect(rangeOfTiles(sights)).to.deep.equal({ min: 1, max: 1 });
        const words = sights.flatMap(({ tiles }) => tiles.map(({ words: said }) => said)).filter((said) => said !== "");
        for (const said of words) expect(said).to.include("😵").and.not.to.match(/tab/i);
      }
    }));

  it("for one of them altogether, for 8 s: that one is told that it is their own, one tile all the time, and both come back", () =>
    withPeople(2, async (ann, ben) => {
      const line = await openLine(ben.page);
      await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const expected: Expected = { people: [ann, ben], reasons: [/network/i, /your network/i] };
      for (const sights of await breakLine(expected, line.unplug, line.mend)) {
        expect(rangeOfTiles(sights)).to.deep.equal({ min: 1, max: 1 });
      }
    }));
});
