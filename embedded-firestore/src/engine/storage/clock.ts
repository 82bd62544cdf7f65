// A database's time: never earlier than what it said before, whatever the clock does. A commit is later than every time
// given out, so that a reader at that time has seen all it will ever contain.
import { formatTimestamp } from "../values/timestamps.ts";

export interface Clock {
  /** Microseconds; may repeat. */
  now(): bigint;
  /** Strictly later than everything said so far. */
  tick(): bigint;
}

export function createClock(nowMicros: () => bigint): Clock {
  let lastMicros = 0n;
  const advance = (earliest: bigint) => {
    const micros = nowMicros();
    lastMicros = micros > earliest ? micros : earliest;
    return lastMicros;
  };
  return { now: () => advance(lastMicros), tick: () => advance(lastMicros + 1n) };
}

export function readClock(clock: Clock): string {
  return formatTimestamp(clock.now());
}
