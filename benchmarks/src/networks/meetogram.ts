// People in one room of meetogram, with every part real. What the last one loads, and what it says
// to the server and to Firestore, takes the round trip of its network.
import { startDelayProxy, type DelayProxy } from "../delay-proxy.ts";
import type { Page } from "playwright-core";
import { openVisitor } from "../browser.ts";
import type { Build } from "../builds.ts";
import { readStopwatch } from "../join/stopwatch.ts";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { observe, setClockWrong, type Meeting } from "./meeting.ts";
import type { Relay } from "./relay.ts";

const tiles = '[data-testid="tile"]';
const notes = '[data-testid="tile-silent"], [data-testid="picture-note"]';

export async function createMeetogram(build: Build, relay: Relay | null): Promise<Meeting> {
  const ports = await findFreePorts();
  const proxies = await Promise.all(
    [ports.hosting, ports.firestore, ports.auth].map((port) => startDelayProxy(port, 0)),
  );
  const [hosting, firestore, auth] = proxies as [DelayProxy, DelayProxy, DelayProxy];
  const setDelay = (delayMs: number) => proxies.forEach((proxy) => proxy.setDelay(delayMs));
  const system = await build.startSystem({
    ports,
    pagePorts: { firestore: firestore.port, auth: auth.port },
    env: relay === null ? {} : { TURN_URLS: relay.url, TURN_SECRET: relay.secret },
  });
  return {
    name: build.name,
    async gather(browser, people, line) {
      setDelay(0);
      const pages: Page[] = [];
      while (pages.length < people) {
        const { page, context } = await openVisitor(browser, system.url);
        await observe(context, tiles, notes);
        await line.attach(page, false);
        await page.goto(pages[0]?.url() ?? system.url);
        if (pages.length === 0) await page.getByTestId("go").click();
        await page.getByTestId("connect").click();
        if (pages.length === 0) await page.getByTestId("call").waitFor({ timeout: 60_000 });
        else await readStopwatch(page, pages.length, 30_000);
        pages.push(page);
      }
      return pages;
    },
    async openLast(browser, inside, { conditions, clockWrongByMs }, line) {
      const site = `http://127.0.0.1:${hosting.port}`;
      const { page, context } = await openVisitor(browser, site);
      await observe(context, tiles, notes);
      await line.attach(page, true);
      if (clockWrongByMs !== undefined) await context.addInitScript(setClockWrong, clockWrongByMs);
      setDelay(conditions.roundTripMs / 2);
      await page.goto(inside[0]!.url().replace(system.url, site));
      await page.getByTestId("connect").waitFor({ timeout: 60_000 });
      return page;
    },
    click: (page) => page.getByTestId("connect").click(),
    async close() {
      await system.stop();
      await Promise.all(proxies.map((proxy) => proxy.close()));
    },
  };
}
