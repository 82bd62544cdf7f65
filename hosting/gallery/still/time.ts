// The clock of pictures stands still, and what is to happen later never does: no popup closes, and
// nothing counts.

const standsAtMs = Date.UTC(2026, 2, 1, 15, 30);
/** Shorter timers are about the next moment: a frame, a question to the browser. */
const laterMs = 900;

export function stopTime(): void {
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...parts: [] | [string | number]) {
      if (parts.length === 0) super(standsAtMs);
      else super(...(parts as [string]));
    }
    static override now(): number {
      return standsAtMs;
    }
  } as DateConstructor;
  for (const name of ["setTimeout", "setInterval"] as const) {
    const real = window[name].bind(window) as (...given: unknown[]) => number;
    Object.assign(window, {
      [name]: (run: unknown, delayMs = 0, ...given: unknown[]) =>
        delayMs < laterMs ? real(run, delayMs, ...given) : 0,
    });
  }
}
