// One cold visit on 4G: an invitation to a room with somebody inside, or the start screen.
import type { Browser } from "playwright-core";
import { openVisitor, type Visitor } from "../browser.ts";
import { installMilestones, milestones, readMilestone, type Milestone } from "./milestones.ts";
import { throttle } from "./network.ts";
import { recordWaterfall, type Step } from "./waterfall.ts";

export type Reached = Partial<Record<Milestone, number | null>>;

async function openCold(browser: Browser, origin: string): Promise<Visitor> {
  const visitor = await openVisitor(browser, origin);
  await throttle(visitor.page);
  await visitor.page.addInitScript(installMilestones);
  return visitor;
}

/** Opens a room on a fast network, and stays in its call. */
export async function openHost(browser: Browser, origin: string): Promise<Visitor & { readonly path: string }> {
  const visitor = await openVisitor(browser, origin);
  const { page } = visitor;
  await page.goto(origin);
  await page.getByTestId("go").click();
  await page.getByTestId("connect").click();
  await page.getByTestId("call").waitFor();
  const { pathname, hash } = new URL(page.url());
  return { ...visitor, path: pathname + hash };
}

export async function visitInvitation(
  browser: Browser,
  origin: string,
  path: string,
  names: ReadonlyMap<string, string>,
): Promise<{ reached: Reached; waterfall: Step[] }> {
  const { page, context } = await openCold(browser, origin);
  try {
    const readWaterfall = await recordWaterfall(page, names);
    await page.goto(origin + path, { waitUntil: "commit" });
    const reached: Reached = {};
    for (const name of milestones) if (name !== "start") reached[name] = await readMilestone(page, name);
    return { reached, waterfall: readWaterfall() };
  } finally {
    await context.close();
  }
}

/**
 * Measures until the start screen shows its text and accepts a press, then one tiny request over
 * the existing connection.
 */
export async function visitStart(
  browser: Browser,
  origin: string,
): Promise<{ startMs: number | null; roundTripMs: number }> {
  const { page, context } = await openCold(browser, origin);
  try {
    await page.goto(origin, { waitUntil: "commit" });
    const startMs = await readMilestone(page, "start");
    await page.waitForLoadState("networkidle");
    const roundTripMs = await page.evaluate(async () => {
      const startedAtMs = performance.now();
      await (await fetch("/robots.txt", { cache: "no-store" })).text();
      return performance.now() - startedAtMs;
    });
    return { startMs, roundTripMs };
  } finally {
    await context.close();
  }
}
