// Media that continues during a fault, and media that comes back.
import { expect } from "chai";
import { countConnections, readPlayoutDelayMs, readTraffic, type Traffic } from "./connections.ts";
import { eventually } from "./eventually.ts";
import type { AnyPerson } from "./firefox/any-person.ts";

/** The shortest time between two checks. A busy machine takes longer. */
const checkEveryMs = 1_000;

function hasGrown(now: readonly number[], before: readonly number[]): boolean {
  return now.every((count, peer) => count > (before[peer] ?? 0));
}

/**
 * Each person decodes frames and receives audio of each of the others, from check to check and over
 * the same connections. Lasts for the given time, and until `meanwhile` resolves. A check waits
 * until it holds: a slow machine makes it slow, and media that has stopped makes it fail.
 */
export async function expectUnbrokenMedia(
  people: readonly AnyPerson[],
  others: number,
  minMs: number,
  meanwhile: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  let isOver = false;
  const over = meanwhile.finally(() => (isOver = true));
  // It is awaited below. An earlier rejection is not an unhandled one.
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

/** Resolves when audio and video play without the delay that a suspension causes. */
export async function waitForTimelyMedia({ page }: AnyPerson): Promise<void> {
  await eventually(
    "media without delay",
    () => readPlayoutDelayMs(page),
    (delayMs) => delayMs !== null && delayMs < 250,
  );
}

/** Resolves when frames arrive again. A new connection counts them from 0. */
export async function waitForFrames({ page }: AnyPerson): Promise<void> {
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
