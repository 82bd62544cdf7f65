// What arrives is played too late. After a page has stood still as a whole, all that was sent meanwhile comes at once, and a browser makes
// ready for more of the same: Chromium then plays sound 1 to 3 s late and is back to normal only after 6 to 20 s. A receiver cannot be made
// to forget; another connection has nothing to remember. A page whose scripts alone stood still has played on: whatever is late there is not
// late for that, and stays. Nor is a device at its end helped by another connection: only one that was calm before is renewed.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

/** Of one stream, totals since its beginning: https://www.w3.org/TR/webrtc-stats/#dom-rtcinboundrtpstreamstats-jitterbufferdelay */
interface Played {
  readonly delayS: number;
  /** Samples of sound, or pictures. */
  readonly emitted: number;
  /** Pictures, shown or not. */
  readonly frames: number;
  /** Of sound, with what was made up for missing packets; null of pictures. */
  readonly soundS: number | null;
}

type Reading = ReadonlyMap<string, Played>;

export interface Lateness {
  /** At every reading of the connection's statistics, with the time since the one before. */
  handleRawStats(stats: ReadonlyMap<string, Record<string, unknown>>, elapsedMs: number): void;
}

const nothing: Played = { delayS: 0, emitted: 0, frames: 0, soundS: null };

export function watchLateness(options: {
  clock: Clock;
  connection: Pick<RTCPeerConnection, "getStats">;
  onLate: () => void;
  signal: AbortSignal;
}): Lateness {
  const { clock, connection, signal } = options;
  let readBefore: Reading = new Map();
  let calmForMs = 0;
  let cancel = () => {};
  signal.addEventListener("abort", () => cancel(), { once: true });

  function lookAgain(before: Reading, looksLeft: number) {
    cancel();
    if (looksLeft > 0) cancel = clock.after(timings.lateLookEveryMs, () => void look(before, looksLeft - 1));
  }

  async function look(before: Reading, looksLeft: number) {
    const stats = await connection.getStats().catch(() => null);
    if (signal.aborted || stats === null) return;
    const now = readPlayed(stats.values());
    if (isLate(before, now)) options.onLate();
    else lookAgain(now, looksLeft);
  }

  return {
    handleRawStats(stats, elapsedMs) {
      const now = readPlayed(stats.values());
      const lateMs = elapsedMs - timings.statsEveryMs;
      const wasCalm = calmForMs >= timings.calmForMs;
      const haveScriptsStoodStill = wasCalm && lateMs >= timings.stoodStillMs;
      const isStandstill = haveScriptsStoodStill && hasSoundStoodStill(readBefore, now, elapsedMs);
      readBefore = now;
      calmForMs = lateMs >= timings.busyLateMs ? 0 : calmForMs + elapsedMs;
      if (isStandstill) lookAgain(now, timings.lateLookForMs / timings.lateLookEveryMs);
    },
  };
}

function readPlayed(stats: Iterable<Record<string, unknown>>): Reading {
  const played = new Map<string, Played>();
  for (const stat of stats) {
    const { jitterBufferDelay, jitterBufferEmittedCount, framesReceived, totalSamplesDuration } = stat;
    if (stat["type"] !== "inbound-rtp" || typeof jitterBufferDelay !== "number") continue;
    played.set(String(stat["id"]), {
      delayS: jitterBufferDelay,
      emitted: Number(jitterBufferEmittedCount),
      frames: typeof framesReceived === "number" ? framesReceived : 0,
      soundS: typeof totalSamplesDuration === "number" ? totalSamplesDuration : null,
    });
  }
  return played;
}

/** Sound needs no script; where none comes, the scripts have to do. What has begun meanwhile tells nothing: its silence was before. */
function hasSoundStoodStill(before: Reading, now: Reading, elapsedMs: number): boolean {
  return [...now].every(([id, { soundS }]) => {
    const earlier = before.get(id);
    if (earlier === undefined) return false;
    const playedMs = 1_000 * ((soundS ?? 0) - (earlier.soundS ?? 0));
    return elapsedMs - playedMs >= timings.soundStoodStillMs;
  });
}

/** Between two looks something was played that had waited here for too long, or pictures came and none was shown. */
function isLate(before: Reading, now: Reading): boolean {
  return [...now].some(([id, played]) => {
    const { delayS, emitted, frames } = before.get(id) ?? nothing;
    const newlyEmitted = played.emitted - emitted;
    if (newlyEmitted <= 0) return played.frames - frames >= timings.stuckFrames;
    return (1_000 * (played.delayS - delayS)) / newlyEmitted > timings.tooLateMs;
  });
}
