// A page that sends far more control messages than honest pages do, and what that costs the others.
import type { Page } from "playwright-core";
import type { Person } from "../browser.ts";
import { disobey } from "./disobedient.ts";
import { expectSeesAndHears, meet } from "../meeting.ts";

interface CountingWindow extends Window {
  work?: { renders: number; frames: number; longestTaskMs: number };
}

/** Runs in the page. A name that changes is rendered in the same task for all of its places. */
function countWork(): void {
  const work = ((window as CountingWindow).work = { renders: 0, frames: 0, longestTaskMs: 0 });
  const countFrame = () => {
    work.frames += 1;
    requestAnimationFrame(countFrame);
  };
  requestAnimationFrame(countFrame);
  const stage = document.querySelector('[data-testid="call"]')!;
  new MutationObserver((mutations) => {
    if (mutations.some(({ attributeName }) => attributeName === "aria-label")) work.renders += 1;
  }).observe(stage, { subtree: true, attributeFilter: ["aria-label"] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) work.longestTaskMs = Math.max(work.longestTaskMs, duration);
  }).observe({ type: "longtask" });
}

export const readWork = (page: Page) => page.evaluate(() => (window as CountingWindow).work!);

const state = (name: string) => ({
  type: "state",
  hasEntered: true,
  constraints: { audio: true, video: true, screen: false },
  name,
});

export const states = (count: number) => Array.from({ length: count }, (_, index) => state(`Eve ${index}`));

export async function meetEve(ann: Person, ben: Person, eve: Person): Promise<void> {
  await eve.context.addInitScript(disobey);
  await meet(ann, ben, eve);
  for (const person of [ann, ben, eve]) await expectSeesAndHears(person, 2);
  for (const { page } of [ann, ben]) await page.evaluate(countWork);
}
