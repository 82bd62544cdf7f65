// A clock that only the test moves.
import type { Clock } from "../../src/platform/clock.ts";

export interface ManualClock extends Clock {
  /** Runs what falls due, in order. */
  advance(ms: number): void;
  /** Time passes and nothing runs, as in a suspended page. */
  freeze(ms: number): void;
}

export function createManualClock(): ManualClock {
  let time = 1_000;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after(delayMs, run) {
      const timer = { at: time + delayMs, run };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    advance(ms) {
      const until = time + ms;
      for (;;) {
        let next: (typeof timers)[number] | undefined;
        for (const timer of timers) if (timer.at <= until && timer.at < (next?.at ?? Infinity)) next = timer;
        if (next === undefined) break;
        timers.splice(timers.indexOf(next), 1);
        time = Math.max(time, next.at);
        next.run();
      }
      time = until;
    },
    freeze(ms) {
      time += ms;
    },
  };
}
