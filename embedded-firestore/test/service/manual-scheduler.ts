// A clock that the test advances.
import type { Scheduler } from "../../src/service/scheduler.ts";

export interface ManualScheduler extends Scheduler {
  /** Runs, in order, every task that is due within this time. */
  advance(byMs: number): void;
  readonly pendingCount: number;
}

export function createManualScheduler(): ManualScheduler {
  const tasks = new Set<{ atMs: number; task: () => void }>();
  let nowMs = 0;
  return {
    after(delayMs, task) {
      const entry = { atMs: nowMs + delayMs, task };
      tasks.add(entry);
      return () => tasks.delete(entry);
    },
    advance(byMs) {
      const endMs = nowMs + byMs;
      for (;;) {
        const [next] = [...tasks].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        tasks.delete(next);
        nowMs = next.atMs;
        next.task();
      }
      nowMs = endMs;
    },
    get pendingCount() {
      return tasks.size;
    },
  };
}
