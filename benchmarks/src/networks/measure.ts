// One meeting on one network: the last person clicks at once, the call settles, and a window of it
// is counted in both directions.
import { loadavg } from "node:os";
import type { Browser, Page } from "playwright-core";
import { readStopwatch } from "../join/stopwatch.ts";
import type { Row } from "./conditions.ts";
import { createLine, type Line } from "./line.ts";
import type { Meeting } from "./meeting.ts";
import { readSeen, type Seen } from "./observe.ts";
import { flowBetween, readTotals, type Flow } from "./totals.ts";

/** People wait no longer than this for a face. */
const connectWithinMs = 40_000;
const settleMs = 12_000;
const countMs = 15_000;
const backWithinMs = 90_000;
const lookEveryMs = 500;
/** Of the picture that is back. */
const enoughFramesPerSecond = 8;

export interface Measured {
  /** From the click. Null: not within 40 s. */
  readonly frameMs: number | null;
  readonly soundMs: number | null;
  /** To the last person, and from it. */
  readonly down: Flow;
  readonly up: Flow;
  /** The longest still picture without a word, at either end. */
  readonly unsaidMs: number;
  readonly words: readonly string[];
  /** After the change to the worse: when something was said on a tile. */
  readonly saidAfterMs: number | null;
  /** After the change back: when both had pictures again, and nothing was said any more. */
  readonly backAfterMs: number | null;
  readonly load: number;
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Collects what both ends show. */
function startWatch(first: Page, last: Page, others: number) {
  const words = new Set<string>();
  let unsaidMs = 0;
  return {
    words,
    unsaidMs: () => unsaidMs,
    async look(): Promise<readonly [Seen, Seen]> {
      const seen = await Promise.all([readSeen(first, others), readSeen(last, others)]);
      for (const one of seen) {
        unsaidMs = Math.max(unsaidMs, one.unsaidMs);
        for (const said of one.words) words.add(said);
      }
      return seen;
    },
  };
}

async function count(first: Page, last: Page, meanwhile: () => Promise<unknown>): Promise<{ down: Flow; up: Flow }> {
  const read = () => Promise.all([readTotals(last, false), readTotals(first, true)]);
  const [lastBefore, firstBefore] = await read();
  await delay(countMs / 2);
  await meanwhile();
  await delay(countMs / 2);
  const [lastNow, firstNow] = await read();
  await meanwhile();
  return { down: flowBetween(lastBefore, lastNow), up: flowBetween(firstBefore, firstNow) };
}

async function measureOpen(row: Row, meeting: Meeting, first: Page, page: Page, line: Line): Promise<Measured> {
  const others = row.people - 1;
  await meeting.click(page);
  const frameMs = await readStopwatch(page, others, connectWithinMs);
  const watch = startWatch(first, page, others);
  let saidAfterMs: number | null = null;
  let backAfterMs: number | null = null;
  await delay(settleMs);
  await watch.look();
  if (row.meanwhile !== undefined) {
    const changedAtMs = Date.now();
    line.set(row.meanwhile);
    while (Date.now() - changedAtMs < settleMs) {
      await delay(lookEveryMs);
      const isSaid = (await watch.look()).some(({ words }) => words.length > 0);
      if (isSaid) saidAfterMs ??= Date.now() - changedAtMs;
    }
  }
  if (row.changesAddress === true) await line.changeAddress();
  const flows = await count(first, page, watch.look);
  if (row.meanwhile !== undefined) {
    const changedAtMs = Date.now();
    line.set(row.conditions);
    while (backAfterMs === null && Date.now() - changedAtMs < backWithinMs) {
      const read = () => Promise.all([readTotals(page, false), readTotals(first, true)]);
      const before = await read();
      await delay(4 * lookEveryMs);
      const now = await read();
      const isFlowing = before.every(
        (one, end) => flowBetween(one, now[end]!).framesPerSecond >= enoughFramesPerSecond,
      );
      const isSaid = (await watch.look()).some(({ words }) => words.length > 0);
      if (isFlowing && !isSaid) backAfterMs = Date.now() - changedAtMs;
    }
  }
  const [, { soundAfterMs }] = await watch.look();
  return {
    frameMs: frameMs === null ? null : Math.round(frameMs),
    soundMs: soundAfterMs === null ? null : Math.round(soundAfterMs),
    ...flows,
    unsaidMs: Math.round(watch.unsaidMs()),
    words: [...watch.words],
    saidAfterMs,
    backAfterMs,
    load: Number((loadavg()[0] ?? Number.NaN).toFixed(1)),
  };
}

/** The last person may be in a browser of their own. */
export async function measure(row: Row, meeting: Meeting, browser: Browser, lastBrowser: Browser): Promise<Measured> {
  const line = createLine(row);
  const inside = await meeting.gather(browser, row.people - 1, line);
  const pages = [...inside];
  try {
    line.set(row.conditions);
    const last = await meeting.openLast(lastBrowser, inside, row, line);
    pages.push(last);
    return await measureOpen(row, meeting, inside[0]!, last, line);
  } finally {
    await Promise.all(pages.map((page) => page.context().close()));
    line.close();
  }
}
