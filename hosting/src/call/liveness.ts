// Is the other one still there? Pings over the data channel say so, not the documents: media that flows needs no server.
import type { Clock } from "./clock.ts";
import { timings } from "./timings.ts";

export type Liveness = "alive" | "silent" | "lost";

export function judgeLiveness(sinceHeardMs: number, isDisconnected: boolean): Liveness {
  if (sinceHeardMs >= timings.lostAfterMs) return "lost";
  if (sinceHeardMs >= timings.silentAfterMs || isDisconnected) return "silent";
  return "alive";
}

export interface Pulse {
  /** Something has come from the other side. */
  heard(): void;
  readonly heardAtMs: number;
  readonly sinceHeardMs: number;
  stop(): void;
}

/** Calls `onBeat` with the number of each beat. Time during which this page itself stood still does not count against the other. */
export function startPulse(clock: Clock, onBeat: (count: number) => void): Pulse {
  let count = 0;
  let heardAt = clock.now();
  let beatAt = clock.now();
  let cancel = clock.after(timings.beatMs, beat);

  function beat() {
    const lateMs = clock.now() - beatAt - timings.beatMs;
    if (lateMs > timings.pingEveryMs) heardAt = Math.min(clock.now(), heardAt + lateMs);
    beatAt = clock.now();
    cancel = clock.after(timings.beatMs, beat);
    onBeat(count++);
  }

  return {
    heard() {
      heardAt = clock.now();
    },
    get heardAtMs() {
      return heardAt;
    },
    get sinceHeardMs() {
      return clock.now() - heardAt;
    },
    stop: () => cancel(),
  };
}
