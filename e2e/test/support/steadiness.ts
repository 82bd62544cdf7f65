// Media that goes on while something else is broken, and media that comes back.
import { expect } from "chai";
import type { Person } from "./browser.ts";
import { readPlayoutDelayMs, readTraffic } from "./connections.ts";
import { eventually } from "./eventually.ts";

const everyMs = 1_000;

/**
 * Frames are decoded and sound arrives in every second, from each of the others, at each of the people: for the given time, and
 * further until `meanwhile` has come true.
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
  const read = () => Promise.all(people.map(({ page }) => readTraffic(page)));
  const first = await read();
  let before = first;
  for (let elapsedMs = 0; elapsedMs < minMs || !isOver; elapsedMs += everyMs) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    const now = await read();
    for (const [index, { connected, framesDecoded, audioPackets }] of now.entries()) {
      const when = `person ${index}, after ${elapsedMs + everyMs} ms`;
      expect(connected, when).to.equal(others);
      for (let peer = 0; peer < others; peer += 1) {
        expect(framesDecoded[peer], `frames, ${when}`).to.be.greaterThan(before[index]?.framesDecoded[peer] ?? 0);
        expect(audioPackets[peer], `sound, ${when}`).to.be.greaterThan(before[index]?.audioPackets[peer] ?? 0);
      }
    }
    before = now;
  }
  await over;
  for (const [index, { audioEnergy }] of before.entries()) {
    for (let peer = 0; peer < others; peer += 1) {
      expect(audioEnergy[peer], `energy, person ${index}`).to.be.greaterThan(first[index]?.audioEnergy[peer] ?? 0);
    }
  }
}

/** Sound and pictures are played as they come, and not late for what a standstill has taught the browser. */
export async function waitForTimelyMedia({ page }: Person): Promise<void> {
  await eventually(
    "media that is not late",
    () => readPlayoutDelayMs(page),
    (delayMs) => delayMs !== null && delayMs < 250,
  );
}

/** Frames arrive again, from look to look; over the connection there was or over another, whose count begins anew. */
export async function waitForFrames({ page }: Person, capMs = 30_000): Promise<void> {
  let last = Number.POSITIVE_INFINITY;
  let growths = 0;
  const look = async () => {
    const { framesOfAll } = await readTraffic(page);
    if (framesOfAll > last) growths += 1;
    last = framesOfAll;
    return growths;
  };
  await eventually("frames that arrive again", look, (count) => count >= 3, capMs);
}
