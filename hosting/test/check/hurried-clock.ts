// A clock whose delays pass as soon as everything else has run: a wait of 20 s takes no time.
import type { Clock } from "../../src/platform/clock.ts";

export function createHurriedClock(): Clock {
  let time = 0;
  return {
    now: () => time,
    after(delayMs, run) {
      const due = time + delayMs;
      let timer = setTimeout(function wait() {
        // The shortest delay is over first.
        if (time + 50 < due) {
          time += 50;
          timer = setTimeout(wait);
          return;
        }
        time = Math.max(time, due);
        run();
      });
      return () => clearTimeout(timer);
    },
  };
}
