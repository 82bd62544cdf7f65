// Media that goes on while something else is broken, and media that comes back.
import { expect } from "chai";
import type { Person } from "./browser.ts";
import { countConnections, readPlayoutDelayMs, readTraffic, type Traffic } from "./connections.ts";
import { eventually } from "./eventually.ts";

/** The least time from one look to the next. A busy machine takes longer. */
const checkEveryMs = 1_000;

function hasGrown(now: readonly number[], before: readonly number[]): boolean {
  return now.every((count, peer) => count > (before[peer] ?? 0));
}

/**
 * Frames are decoded and audio arrives from each of the others, at each of the people, from look to
 * look and over the very same connections: for the given time, and longer until `meanwhile` resolves.
 * A look waits for what it means, so that a slow machine makes it slow; media that has stopped fails it.
 */
export async function expectUnbrokenMedia(
  people: readonly Person[],
  others: number,
  minMs: number,
  meanwhile: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  let isOver = false;
  const over = meanwhile.finally(() => (isOver = true));
  // Awaited below; a failure until then is not unhandled.
  over.catch(() => undefined);
  const countAll = () => Promise.all(people.map(({ page }) => countConnections(page)));
  const connections = await countAll();
  const first = await Promise.all(people.map(({ page }) => readTraffic(page)));
  let before: readonly Traffic[] = first;
  const startedAtMs = Date.now();
  while (Date.now() - startedAtMs < minMs || !isOver) {
    await new Promise((resolve) => setTimeout(resolve, checkEveryMs));
    before = await Promise.all(
      people.map(({ page }, index) =>
        eventually(
          `frames and audio that continue, for person ${index}`,
          () => readTraffic(page),
          ({ connected, framesDecoded, audioPackets }) =>
            connected === others &&
            hasGrown(framesDecoded, before[index]?.framesDecoded ?? []) &&
            hasGrown(audioPackets, before[index]?.audioPackets ?? []),
        ),
      ),
    );
  }
  await over;
  expect(await countAll(), "the same connections").to.deep.equal(connections);
  for (const [index, { audioEnergy }] of before.entries()) {
    expect(hasGrown(audioEnergy, first[index]?.audioEnergy ?? []), `audio energy, person ${index}`).to.equal(true);
  }
}

/** Audio and video are played as they come, and not late because the page was suspended. */
export async function waitForTimelyMedia({ page }: Person): Promise<void> {
  await eventually(
    "media without delay",
    () => readPlayoutDelayMs(page),
    (delayMs) => delayMs !== null && delayMs < 250,
  );
}

/** Frames arrive again, from look to look, over this connection or a new one whose count starts at 0. */
export async function waitForFrames({ page }: Person): Promise<void> {
  let last = Number.POSITIVE_INFINITY;
  let growths = 0;
  const countGrowths = async () => {
    const { framesOfAll } = await readTraffic(page);
    if (framesOfAll > last) growths += 1;
    last = framesOfAll;
    return growths;
  };
  await eventually("frames that arrive again", countGrowths, (count) => count >= 3);
}
