// The same stopwatch in every candidate's page: from the click (capture phase, before any handler of the page) to the first
// presented frame of a remote picture. Both instants are of the joiner's own clock.
import type { Page } from "playwright-core";

interface Stopwatch extends Window {
  clickedAtMs?: number;
  firstFrameAtMs?: number;
}

/** Runs in the page before its scripts. `selector` matches videos that show somebody else. */
export function installStopwatch(selector: string): void {
  const watch = window as Stopwatch;
  const seen = new WeakSet<Element>();
  addEventListener(
    "click",
    () => {
      watch.clickedAtMs ??= performance.now();
    },
    { capture: true },
  );
  const look = () => {
    for (const video of document.querySelectorAll<HTMLVideoElement>(selector)) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback((nowMs) => {
        if (watch.clickedAtMs !== undefined) watch.firstFrameAtMs ??= nowMs;
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** Milliseconds from click to frame, or null when none came within 20 s. */
export async function readStopwatch(page: Page): Promise<number | null> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const elapsedMs = await page.evaluate(() => {
      const { clickedAtMs, firstFrameAtMs } = window as Stopwatch;
      return clickedAtMs === undefined || firstFrameAtMs === undefined ? null : firstFrameAtMs - clickedAtMs;
    });
    if (elapsedMs !== null) return elapsedMs;
    await page.waitForTimeout(50);
  }
  return null;
}
