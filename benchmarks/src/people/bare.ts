// The yardstick: the same people on bare peer connections. The benchmark itself carries their
// signals.
import type { Page } from "playwright-core";
import { openVisitor } from "../browser.ts";
import { servePage } from "../pages/serve-page.ts";
import type { Capture, Gathering } from "./gathering.ts";
import { prepareContext } from "./prepare-context.ts";

interface Mesh extends Window {
  prepare(self: number): Promise<void>;
  receive(from: number, message: string): Promise<void>;
}

export async function createBareGathering({ width, height, framesPerSecond, speaking }: Capture): Promise<Gathering> {
  const served = await servePage("mesh.ts");
  /** By number. Newcomers and earlier pages answer each other. */
  let pages: Page[] = [];
  return {
    name: "bare mesh",
    async open(browser, inside) {
      const { page, context } = await openVisitor(browser, served.url);
      await prepareContext(context, "video");
      pages = [...inside, page];
      const self = inside.length;
      await page.exposeFunction("sendTo", (to: number, text: string) => {
        const deliver = ([from, message]: [number, string]) => (window as unknown as Mesh).receive(from, message);
        void pages[to]?.evaluate(deliver, [self, text] as [number, string]).catch(() => undefined);
      });
      const muted = self >= speaking ? "&muted" : "";
      await page.goto(`${served.url}/?width=${width}&height=${height}&rate=${framesPerSecond}${muted}`);
      await page.evaluate((number) => (window as unknown as Mesh).prepare(number), self);
      return page;
    },
    enter: (page) => page.click("#join"),
    close: () => served.close(),
  };
}
