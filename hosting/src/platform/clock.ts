// Time as the call sees it, so that tests can hold it still. `now` only ever grows; it says nothing about the date.

export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Runs once after the delay; the answer cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
