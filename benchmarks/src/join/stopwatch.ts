// The same stopwatch in every contender's page: from the click (in the capture phase, before any
// handler of the page) to the first presented frame of a remote video. Both instants are by the
// joiner's clock.
import type { Page } from "playwright-core";

interface Stopwatch extends Window {
  clickedAtMs?: number;
  /** One instant per video, in the order of their first frames. */
  firstFramesAtMs?: number[];
}

/** Runs in the page before its scripts. `selector` matches videos of somebody else. */
export function installStopwatch(selector: string): void {
  const watch = window as Stopwatch;
  const firstFramesAtMs: number[] = (watch.firstFramesAtMs = []);
  const seen = new WeakSet<Element>();
  addEventListener(
    "click",
    () => {
      // The last click before the first frame counts: clicks on settings in the lobby do not enter
      // the call.
      if (firstFramesAtMs.length === 0) watch.clickedAtMs = performance.now();
    },
    { capture: true },
  );
  const check = () => {
    for (const video of document.querySelectorAll<HTMLVideoElement>(selector)) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback((nowMs) => {
        if (watch.clickedAtMs !== undefined) firstFramesAtMs.push(nowMs);
      });
    }
  };
  new MutationObserver(check).observe(document, { childList: true, subtree: true });
}

/**
 * Milliseconds from the click to the first frame of the given number of videos, or null when they
 * did not come in time.
 */
export async function readStopwatch(page: Page, videos = 1, withinMs = 20_000): Promise<number | null> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const elapsedMs = await page.evaluate((count) => {
      const { clickedAtMs, firstFramesAtMs } = window as Stopwatch;
      const lastAtMs = firstFramesAtMs?.[count - 1];
      return clickedAtMs === undefined || lastAtMs === undefined ? null : lastAtMs - clickedAtMs;
    }, videos);
    if (elapsedMs !== null) return elapsedMs;
    await page.waitForTimeout(50);
  }
  return null;
}
