// Interrupts the network of one page, and restores it. Both pages keep running.
import { expect } from "chai";
import type { Person } from "../../support/browser.ts";
import { untilUndisturbed } from "../../support/disturbance.ts";
import { expectSeesAndHears } from "../../support/meeting.ts";
import { reportTime } from "../../support/report.ts";
import { waitForFrames } from "../../support/media.ts";
import {
  listSeenParticipants,
  rangeOfTiles,
  readTileSnapshots,
  recordTiles,
  type TileSnapshot,
} from "../../support/tiles.ts";

const interruptedMs = 8_000;

/**
 * A shorter silence never loses the tile. The client closes the connection 20 s after the last
 * message (`timings.lostAfterMs`), which came some pings before the interruption.
 */
export const keptForMs = 15_000;

interface Expected {
  readonly people: readonly [Person, Person];
  /** The last reason for the silence that each of them is shown. */
  readonly reasons: readonly [RegExp, RegExp];
}

/**
 * Interrupts the network for at least 8 s, and until both pages show the reason. Resolves to what
 * each page showed meanwhile: always one tile. On a busy machine the interruption may last too long
 * for that, and is repeated.
 */
export async function interruptNetwork(
  expected: Expected,
  interrupt: () => Promise<void>,
  restore: () => Promise<void>,
): Promise<readonly (readonly TileSnapshot[])[]> {
  const { seen } = await untilUndisturbed("a tile that is gone, and a silence that lasted too long", async () => {
    const { seen, lastedMs } = await interruptOnce(expected, interrupt, restore);
    for (const snapshots of seen) {
      expect(listSeenParticipants(snapshots)).to.have.lengthOf(1);
      expect(rangeOfTiles(snapshots).max).to.equal(1);
    }
    const isKept = seen.every((snapshots) => rangeOfTiles(snapshots).min === 1);
    return { seen, isUndisturbed: isKept || lastedMs <= keptForMs };
  });
  for (const snapshots of seen) expect(rangeOfTiles(snapshots)).to.deep.equal({ min: 1, max: 1 });
  return seen;
}

async function interruptOnce(
  { people, reasons }: Expected,
  interrupt: () => Promise<void>,
  restore: () => Promise<void>,
): Promise<{ seen: readonly (readonly TileSnapshot[])[]; lastedMs: number }> {
  for (const { page } of people) await recordTiles(page);
  const silences = people.map(({ page }) => page.getByTestId("tile-silent"));
  const interruptedAtMs = Date.now();
  await interrupt();
  await Promise.all(silences.map((silence) => silence.waitFor()));
  reportTime("shown as silent to both after", interruptedAtMs);
  await Promise.all(silences.map((silence, index) => silence.filter({ hasText: reasons[index]! }).waitFor()));
  reportTime("with the reason to both after", interruptedAtMs);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, interruptedAtMs + interruptedMs - Date.now())));
  await restore();
  const restoredAtMs = Date.now();
  await Promise.all(people.map((person) => waitForFrames(person)));
  reportTime("frames for both, after the return:", restoredAtMs);
  await Promise.all(silences.map((silence) => silence.waitFor({ state: "detached" })));
  reportTime("shown as connected to both, after the return:", restoredAtMs);
  const lastedMs = Date.now() - interruptedAtMs;
  for (const person of people) await expectSeesAndHears(person, 1);
  return { seen: await Promise.all(people.map(({ page }) => readTileSnapshots(page))), lastedMs };
}
