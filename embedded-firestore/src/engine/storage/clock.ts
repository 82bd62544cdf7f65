// The clock of one database. It never goes back, whatever the system clock does. A commit gets a
// later time than any time returned before. So a read at an earlier time has already seen
// everything it can contain.
import { formatTimestamp } from "../values/timestamps.ts";

export interface Clock {
  /** In microseconds. May return the same time twice. */
  now(): bigint;
  /** Strictly later than every time returned before. */
  tick(): bigint;
  /** Makes every later time later than this one. */
  advanceTo(micros: bigint): void;
}

export function createClock(nowMicros: () => bigint): Clock {
  let lastMicros = 0n;
  const advance = (earliest: bigint) => {
    const micros = nowMicros();
    lastMicros = micros > earliest ? micros : earliest;
    return lastMicros;
  };
  return {
    now: () => advance(lastMicros),
    tick: () => advance(lastMicros + 1n),
    advanceTo(micros) {
      if (micros > lastMicros) lastMicros = micros;
    },
  };
}

export function readClock(clock: Clock): string {
  return formatTimestamp(clock.now());
}
