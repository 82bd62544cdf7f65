// Time is injected: tests turn the clock themselves, nothing sleeps. A pending timer never keeps the process alive.

export interface Scheduler {
  /** Runs the task once after the delay; the returned function calls it off. */
  after(delayMs: number, task: () => void): () => void;
}

export const systemScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
