// A page on an idle device: its scripts run when they are due.
import type { Page } from "playwright-core";

/**
 * A little stricter than `onTimeForMs` and `overloadedLateMs` of hosting/src/call/timings.ts:
 * longer, and less late.
 */
const idleForMs = 35_000;
const inTimeWithinMs = 250;
const capMs = 150_000;

/** Resolves when no script of the page was late for 35 s. Rejects after 150 s. */
export async function waitForIdleDevice(page: Page): Promise<void> {
  const isIdle = await page.evaluate(
    ({ idleForMs, inTimeWithinMs, capMs }) =>
      new Promise<boolean>((resolve) => {
        const everyMs = 100;
        const startedAtMs = performance.now();
        let idleSinceMs = startedAtMs;
        let checkedAtMs = startedAtMs;
        const watch = setInterval(() => {
          const nowMs = performance.now();
          if (nowMs - checkedAtMs > everyMs + inTimeWithinMs) idleSinceMs = nowMs;
          checkedAtMs = nowMs;
          const isIdle = nowMs - idleSinceMs >= idleForMs;
          if (!isIdle && nowMs - startedAtMs < capMs) return;
          clearInterval(watch);
          resolve(isIdle);
        }, everyMs);
      }),
    { idleForMs, inTimeWithinMs, capMs },
  );
  if (!isIdle)
    throw new Error(`The device was not idle for ${idleForMs} ms within ${capMs} ms. Does something else run?`);
}
