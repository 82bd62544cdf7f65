// Is the other one still there? Pings over the data channel say so, not the documents: media that flows needs no server.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

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

/** The silences that change something. */
const limitsMs = [timings.silentAfterMs, timings.lostAfterMs];

/**
 * Calls `onBeat` with the number of each beat, and `onLimit` when a silence reaches one of its limits between two beats. Time during
 * which this page itself stood still does not count against the other.
 */
export function startPulse(clock: Clock, options: { onBeat: (count: number) => void; onLimit: () => void }): Pulse {
  let count = 0;
  let heardAt = clock.now();
  let beatAt = clock.now();
  let cancel = clock.after(timings.beatMs, beat);
  let cancelLimit = () => {};

  function beat() {
    const lateMs = clock.now() - beatAt - timings.beatMs;
    if (lateMs > timings.pingEveryMs) heardAt = Math.min(clock.now(), heardAt + lateMs);
    beatAt = clock.now();
    cancel = clock.after(timings.beatMs, beat);
    awaitLimit();
    options.onBeat(count++);
  }

  function awaitLimit() {
    cancelLimit();
    const dueAt = limitsMs
      .map((limitMs) => heardAt + limitMs)
      .find((at) => at > beatAt && at < beatAt + timings.beatMs);
    if (dueAt === undefined) return;
    cancelLimit = clock.after(dueAt - beatAt, () => {
      // Much later than asked for, this page has stood still: the next beat knows for how long.
      if (clock.now() - dueAt < timings.beatMs) options.onLimit();
    });
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
    stop() {
      cancel();
      cancelLimit();
    },
  };
}
