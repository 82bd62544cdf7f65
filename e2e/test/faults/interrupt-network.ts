// Interrupts the network of one page, and restores it. Both pages keep running.
import type { Person } from "../support/browser.ts";
import { expectSeesAndHears } from "../support/meeting.ts";
import { reportTime } from "../support/report.ts";
import { waitForFrames } from "../support/media.ts";
import { readTileSnapshots, recordTiles, type TileSnapshot } from "../support/tiles.ts";

const interruptedMs = 8_000;

interface Expected {
  readonly people: readonly [Person, Person];
  /** The last reason for the silence that each of them is shown. */
  readonly reasons: readonly [RegExp, RegExp];
}

/**
 * Interrupts the network for at least 8 s, and until both pages show the reason. Resolves to what
 * each page showed meanwhile.
 */
export async function interruptNetwork(
  { people, reasons }: Expected,
  interrupt: () => Promise<void>,
  restore: () => Promise<void>,
): Promise<(readonly TileSnapshot[])[]> {
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
  for (const person of people) await expectSeesAndHears(person, 1);
  return Promise.all(people.map(({ page }) => readTileSnapshots(page)));
}
