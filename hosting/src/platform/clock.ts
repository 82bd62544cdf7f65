// Time as the call sees it, so that tests can control it. `now` only ever grows and does not tell
// the date.

export interface Clock {
  /** In milliseconds. */
  now(): number;
  /** Runs once after the delay. The returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
