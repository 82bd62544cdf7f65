// A page whose device has time for it: its scripts run when they are due.
import type { Page } from "playwright-core";

/** A little longer than the client wants it, and a little less late (`onTimeForMs`, `overloadedLateMs` of hosting/src/call/timings.ts). */
const calmForMs = 35_000;
const inTimeWithinMs = 250;
const capMs = 150_000;

/** Resolves when scripts of the page have not been late for a while; rejects when that does not come about. */
export async function waitForCalm(page: Page): Promise<void> {
  const isCalm = await page.evaluate(
    ({ calmForMs, inTimeWithinMs, capMs }) =>
      new Promise<boolean>((resolve) => {
        const everyMs = 100;
        const beganAtMs = performance.now();
        let calmSinceMs = beganAtMs;
        let lookedAtMs = beganAtMs;
        const watch = setInterval(() => {
          const nowMs = performance.now();
          if (nowMs - lookedAtMs > everyMs + inTimeWithinMs) calmSinceMs = nowMs;
          lookedAtMs = nowMs;
          const isCalm = nowMs - calmSinceMs >= calmForMs;
          if (!isCalm && nowMs - beganAtMs < capMs) return;
          clearInterval(watch);
          resolve(isCalm);
        }, everyMs);
      }),
    { calmForMs, inTimeWithinMs, capMs },
  );
  if (!isCalm)
    throw new Error(`The device was not calm for ${calmForMs} ms within ${capMs} ms: is something running beside?`);
}
