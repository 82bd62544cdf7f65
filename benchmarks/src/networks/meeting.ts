// People who meet, the last of them on a bad network: in meetogram, or on bare peer connections.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { watchConnections } from "../../../scripts/system/browsers/watch-connections.ts";
import { installStopwatch } from "../join/stopwatch.ts";
import type { Row } from "./conditions.ts";
import { installObserver } from "./observe.ts";
import type { Line } from "./line.ts";

export interface Meeting {
  readonly name: string;
  /** People on a good network, who see each other. */
  gather(browser: Browser, people: number, line: Line): Promise<Page[]>;
  /** The page of the last person, up to the click. */
  openLast(browser: Browser, inside: readonly Page[], row: Row, line: Line): Promise<Page>;
  click(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** `tiles` hold a video of somebody else each, or are these videos. */
export async function observe(context: BrowserContext, tiles: string, notes: string): Promise<void> {
  await context.addInitScript(watchConnections);
  await context.addInitScript(installStopwatch, tiles.endsWith("video") ? tiles : `${tiles} video`);
  await context.addInitScript(installObserver, [tiles, notes] as [string, string]);
}

/** Runs in the page before its scripts: a clock that is wrong. */
export function setClockWrong(byMs: number): void {
  const read = Date.now;
  window.Date = new Proxy(Date, {
    construct: (real, given, target) =>
      Reflect.construct(real, given.length === 0 ? [read() + byMs] : given, target) as Date,
    get: (real, name) => (name === "now" ? () => read() + byMs : (Reflect.get(real, name) as unknown)),
  });
}
