// People in one room of meetogram, with every part real. The last one's pages come from the cache;
// what it says to the server and to Firestore takes the round trip of its network.
import { startDelayProxy } from "../delay-proxy.ts";
import { openVisitor } from "../browser.ts";
import type { Build } from "../builds.ts";
import { readStopwatch } from "../join/stopwatch.ts";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { observe, setClockWrong, type Meeting } from "./meeting.ts";
import { shape } from "./shape.ts";
import type { Relay } from "./relay.ts";

const tiles = '[data-testid="tile"]';
const notes = '[data-testid="tile-silent"], [data-testid="picture-note"]';

export async function createMeetogram(build: Build, relay: Relay | null): Promise<Meeting> {
  const ports = await findFreePorts();
  const [firestore, auth] = await Promise.all([startDelayProxy(ports.firestore, 0), startDelayProxy(ports.auth, 0)]);
  const system = await build.startSystem({
    ports,
    pagePorts: { firestore: firestore.port, auth: auth.port },
    env: relay === null ? {} : { TURN_URLS: relay.url, TURN_SECRET: relay.secret },
  });
  return {
    name: build.name,
    async gather(browser, people) {
      for (const proxy of [firestore, auth]) proxy.setDelay(0);
      const { page: first, context } = await openVisitor(browser, system.url);
      await observe(context, tiles, notes);
      await first.goto(system.url);
      await first.getByTestId("go").click();
      await first.getByTestId("connect").click();
      await first.getByTestId("call").waitFor({ timeout: 60_000 });
      const pages = [first];
      while (pages.length < people) {
        const { page, context: next } = await openVisitor(browser, system.url);
        await observe(next, tiles, notes);
        await page.goto(first.url());
        await page.getByTestId("connect").click();
        await readStopwatch(page, pages.length, 30_000);
        pages.push(page);
      }
      return pages;
    },
    async openLast(browser, inside, { conditions, clockWrongByMs }) {
      const { page, context } = await openVisitor(browser, system.url);
      await observe(context, tiles, notes);
      if (clockWrongByMs !== undefined) await context.addInitScript(setClockWrong, clockWrongByMs);
      // What the lobby and the call load is kept by the browser then.
      await page.goto(system.url);
      await page.getByTestId("go").waitFor();
      const shaper = await shape(page, conditions);
      // The page's own emulation holds back an answer by half a round trip, and nothing that is
      // pushed over an open stream. The proxies add the rest to each message.
      for (const proxy of [firestore, auth]) proxy.setDelay(conditions.roundTripMs / 4);
      await page.goto(inside[0]!.url());
      await page.getByTestId("connect").waitFor({ timeout: 60_000 });
      return { page, shaper };
    },
    click: (page) => page.getByTestId("connect").click(),
    async close() {
      await system.stop();
      await Promise.all([firestore.close(), auth.close()]);
    },
  };
}
