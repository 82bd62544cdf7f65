// Time is injected: tests advance the clock themselves and never sleep. A pending timer does not
// keep the process alive.

export interface Scheduler {
  /** Runs the task once after the delay. The returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

export const systemScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
