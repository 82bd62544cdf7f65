// Notices when received media is played too late. After a page was suspended, everything sent
// meanwhile arrives at once, and Chromium then plays audio 1 to 3 s late for 6 to 20 s. Nothing
// resets a receiver, so another connection replaces this one: not where scripts alone were stalled
// (media was played meanwhile), and not on an overloaded device (it would not help).
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

/**
 * Totals of one stream since it started:
 * https://www.w3.org/TR/webrtc-stats/#dom-rtcinboundrtpstreamstats-jitterbufferdelay
 */
interface PlayoutTotals {
  readonly delayS: number;
  /** Audio samples or video frames. */
  readonly emitted: number;
  /** Video frames, shown or not. */
  readonly frames: number;
  /** Of audio, including concealed samples. Null for video. */
  readonly audioS: number | null;
}

type Reading = ReadonlyMap<string, PlayoutTotals>;

export interface PlayoutDelayWatch {
  /**
   * To be called at every reading of the connection's statistics, with the time since the previous
   * one.
   */
  handleRawStats(stats: ReadonlyMap<string, Record<string, unknown>>, elapsedMs: number): void;
}

const nothing: PlayoutTotals = { delayS: 0, emitted: 0, frames: 0, audioS: null };

export function watchPlayoutDelay(options: {
  clock: Clock;
  connection: Pick<RTCPeerConnection, "getStats">;
  onPlayoutLate: () => void;
  signal: AbortSignal;
}): PlayoutDelayWatch {
  const { clock, connection, signal } = options;
  let readBefore: Reading = new Map();
  let onTimeForMs = 0;
  let cancel = () => {};
  signal.addEventListener("abort", () => cancel(), { once: true });

  function checkAgain(before: Reading, checksLeft: number) {
    cancel();
    if (checksLeft > 0) cancel = clock.after(timings.playoutCheckEveryMs, () => void check(before, checksLeft - 1));
  }

  async function check(before: Reading, checksLeft: number) {
    const stats = await connection.getStats().catch(() => null);
    if (signal.aborted || stats === null) return;
    const now = readPlayout(stats.values());
    if (isPlayoutLate(before, now)) options.onPlayoutLate();
    else checkAgain(now, checksLeft);
  }

  return {
    handleRawStats(stats, elapsedMs) {
      const now = readPlayout(stats.values());
      const lateMs = elapsedMs - timings.statsEveryMs;
      const wereScriptsOnTime = onTimeForMs >= timings.onTimeForMs;
      const wereScriptsStalled = wereScriptsOnTime && lateMs >= timings.scriptsStalledMs;
      const wasSuspended = wereScriptsStalled && wasAudioStalled(readBefore, now, elapsedMs);
      readBefore = now;
      onTimeForMs = lateMs >= timings.overloadedLateMs ? 0 : onTimeForMs + elapsedMs;
      if (wasSuspended) checkAgain(now, timings.playoutCheckForMs / timings.playoutCheckEveryMs);
    },
  };
}

function readPlayout(stats: Iterable<Record<string, unknown>>): Reading {
  const played = new Map<string, PlayoutTotals>();
  for (const stat of stats) {
    const { jitterBufferDelay, jitterBufferEmittedCount, framesReceived, totalSamplesDuration } = stat;
    if (stat["type"] !== "inbound-rtp" || typeof jitterBufferDelay !== "number") continue;
    played.set(String(stat["id"]), {
      delayS: jitterBufferDelay,
      emitted: Number(jitterBufferEmittedCount),
      frames: typeof framesReceived === "number" ? framesReceived : 0,
      audioS: typeof totalSamplesDuration === "number" ? totalSamplesDuration : null,
    });
  }
  return played;
}

/**
 * Audio needs no scripts; without audio, the stalled scripts alone decide. A stream that started
 * meanwhile says nothing, because its silence was before.
 */
function wasAudioStalled(before: Reading, now: Reading, elapsedMs: number): boolean {
  return [...now].every(([id, { audioS }]) => {
    const earlier = before.get(id);
    if (earlier === undefined) return false;
    const playedMs = 1_000 * ((audioS ?? 0) - (earlier.audioS ?? 0));
    return elapsedMs - playedMs >= timings.audioStalledMs;
  });
}

/**
 * Between two checks something was played that had waited too long, or video frames arrived and
 * none was shown.
 */
function isPlayoutLate(before: Reading, now: Reading): boolean {
  return [...now].some(([id, played]) => {
    const { delayS, emitted, frames } = before.get(id) ?? nothing;
    const newlyEmitted = played.emitted - emitted;
    if (newlyEmitted <= 0) return played.frames - frames >= timings.unshownFrames;
    return (1_000 * (played.delayS - delayS)) / newlyEmitted > timings.maxPlayoutDelayMs;
  });
}
