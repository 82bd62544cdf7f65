// The clock of a person's device, which a test sets. Pages read it by `Date`; `performance.now`
// stands still while a device sleeps, on some systems.
import type { Person } from "../browser.ts";

interface MovedWindow extends Window {
  moved?: { wallMs: number; monotonicMs: number };
}

/** Runs in the page before its scripts, so it may not use anything from outside its body. */
function install(wallMs: number): void {
  const moved = ((window as MovedWindow).moved = { wallMs, monotonicMs: 0 });
  const [readWall, readMonotonic] = [Date.now, performance.now.bind(performance)];
  const now = () => readWall() + moved.wallMs;
  window.Date = new Proxy(Date, {
    construct: (real, given, target) => Reflect.construct(real, given.length === 0 ? [now()] : given, target) as Date,
    get: (real, name) => (name === "now" ? now : (Reflect.get(real, name) as unknown)),
  });
  performance.now = () => readMonotonic() + moved.monotonicMs;
}

/** Call it before the person opens a page. The clock is wrong by `wallMs` from the start. */
export async function controlClock({ context }: Person, wallMs = 0): Promise<void> {
  await context.addInitScript(install, wallMs);
}

/** Sets the clock of the device forward, or back. */
export async function moveClock({ page }: Person, by: { wallMs?: number; monotonicMs?: number }): Promise<void> {
  await page.evaluate(({ wallMs = 0, monotonicMs = 0 }) => {
    const { moved } = window as MovedWindow;
    if (moved === undefined) throw new Error("The clock is not controlled.");
    moved.wallMs += wallMs;
    moved.monotonicMs += monotonicMs;
  }, by);
}
