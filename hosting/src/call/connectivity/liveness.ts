// Whether the remote participant is still there. Pings over the data channel decide, not the
// documents: media that flows needs no server.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export type Liveness = "alive" | "silent" | "lost";

export function judgeLiveness(sinceHeardMs: number, isDisconnected: boolean): Liveness {
  if (sinceHeardMs >= timings.lostAfterMs) return "lost";
  if (sinceHeardMs >= timings.silentAfterMs || isDisconnected) return "silent";
  return "alive";
}

export interface Heartbeat {
  /** Something has come from the remote side. */
  heard(): void;
  readonly heardAtMs: number;
  readonly sinceHeardMs: number;
  stop(): void;
}

/** The durations of silence that change something. */
const limitsMs = [timings.silentAfterMs, timings.lostAfterMs];

/**
 * Calls `onBeat` with the number of each beat, and `onLimit` when a silence reaches one of its
 * limits between two beats. Time during which this page itself was stalled does not count as
 * silence.
 */
export function startHeartbeat(
  clock: Clock,
  options: { onBeat: (count: number) => void; onLimit: () => void },
): Heartbeat {
  let count = 0;
  let heardAtMs = clock.now();
  let beatAtMs = clock.now();
  let cancel = clock.after(timings.heartbeatMs, beat);
  let cancelLimit = () => {};

  function beat() {
    const lateMs = clock.now() - beatAtMs - timings.heartbeatMs;
    if (lateMs > timings.pingEveryMs) heardAtMs = Math.min(clock.now(), heardAtMs + lateMs);
    beatAtMs = clock.now();
    cancel = clock.after(timings.heartbeatMs, beat);
    awaitLimit();
    options.onBeat(count++);
  }

  function awaitLimit() {
    cancelLimit();
    const dueAtMs = limitsMs
      .map((limitMs) => heardAtMs + limitMs)
      .find((at) => at > beatAtMs && at < beatAtMs + timings.heartbeatMs);
    if (dueAtMs === undefined) return;
    cancelLimit = clock.after(dueAtMs - beatAtMs, () => {
      // A much later call means that this page was stalled. The next beat knows for how long.
      if (clock.now() - dueAtMs < timings.heartbeatMs) options.onLimit();
    });
  }

  return {
    heard() {
      heardAtMs = clock.now();
    },
    get heardAtMs() {
      return heardAtMs;
    },
    get sinceHeardMs() {
      return clock.now() - heardAtMs;
    },
    stop() {
      cancel();
      cancelLimit();
    },
  };
}
