// The yardstick: the same people on bare peer connections. The newcomer's click sends an offer to
// everybody inside. The benchmark itself carries the signals, half a round trip each way.
import type { Browser, Page } from "playwright-core";
import { openVisitor } from "../browser.ts";
import { readStopwatch } from "../join/stopwatch.ts";
import { servePage } from "../pages/serve-page.ts";
import { observe, setClockWrong, type Meeting } from "./meeting.ts";
import type { Relay } from "./relay.ts";
import type { Line } from "./line.ts";
import type { Row } from "./conditions.ts";

interface Mesh extends Window {
  prepare(self: number): Promise<void>;
  receive(from: number, message: string): Promise<void>;
}

export async function createBare(relay: Relay | null): Promise<Meeting> {
  const served = await servePage("mesh.ts");
  let pages: Page[] = [];
  let signalDelayMs = 0;

  async function open(browser: Browser, inside: readonly Page[], line: Line, row: Row | null) {
    const { page, context } = await openVisitor(browser, served.url);
    await observe(context, "video", "none");
    if (row?.clockWrongByMs !== undefined) await context.addInitScript(setClockWrong, row.clockWrongByMs);
    pages = [...inside, page];
    const self = inside.length;
    await page.exposeFunction("sendTo", (to: number, text: string) => {
      const deliver = ([from, message]: [number, string]) => (window as unknown as Mesh).receive(from, message);
      setTimeout(() => {
        void pages[to]?.evaluate(deliver, [self, text] as [number, string]).catch(() => undefined);
      }, signalDelayMs);
    });
    await line.attach(page, row !== null);
    const ice = relay === null ? "" : `&ice=${encodeURIComponent(JSON.stringify([relay.createServer()]))}`;
    await page.goto(`${served.url}/?width=1280&height=720&rate=30${ice}`);
    await page.evaluate((number) => (window as unknown as Mesh).prepare(number), self);
    return page;
  }

  return {
    name: "bare",
    async gather(browser, people, line) {
      signalDelayMs = 0;
      const inside: Page[] = [];
      while (inside.length < people) {
        const page = await open(browser, inside, line, null);
        await page.click("#join");
        if (inside.length > 0) await readStopwatch(page, inside.length, 30_000);
        inside.push(page);
      }
      return inside;
    },
    openLast(browser, inside, row, line) {
      signalDelayMs = row.conditions.roundTripMs / 2;
      return open(browser, inside, line, row);
    },
    click: (page) => page.click("#join"),
    close: () => served.close(),
  };
}
