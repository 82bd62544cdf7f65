// What arrives is played too late. After a page has stood still as a whole, all that was sent meanwhile comes at once, and a browser makes
// ready for more of the same: Chromium then plays sound 1 to 3 s late and is back to normal only after 6 to 20 s. A receiver cannot be made
// to forget; another connection has nothing to remember. A page whose scripts alone stood still has played on, and is not late.
import type { Clock } from "./clock.ts";
import { timings } from "./timings.ts";

/** Of one stream, totals since its beginning: https://www.w3.org/TR/webrtc-stats/#dom-rtcinboundrtpstreamstats-jitterbufferdelay */
interface Played {
  readonly delayS: number;
  /** Samples of sound, or pictures. */
  readonly emitted: number;
  /** Pictures, shown or not. */
  readonly frames: number;
}

export interface Lateness {
  /** This page, or its device, has just stood still. */
  handleStandstill(): void;
}

export function watchLateness(options: {
  clock: Clock;
  connection: Pick<RTCPeerConnection, "getStats">;
  onLate: () => void;
  signal: AbortSignal;
}): Lateness {
  const { clock, connection, signal } = options;
  let cancel = () => {};
  signal.addEventListener("abort", () => cancel(), { once: true });

  async function look(before: ReadonlyMap<string, Played> | null, looksLeft: number) {
    const stats = await connection.getStats().catch(() => null);
    if (signal.aborted || stats === null) return;
    const now = readPlayed(stats.values());
    if (before !== null && isLate(before, now)) return options.onLate();
    cancel();
    if (looksLeft > 0) cancel = clock.after(timings.lateLookEveryMs, () => void look(now, looksLeft - 1));
  }

  return {
    handleStandstill: () => void look(null, timings.lateLookForMs / timings.lateLookEveryMs),
  };
}

function readPlayed(stats: Iterable<Record<string, unknown>>): Map<string, Played> {
  const played = new Map<string, Played>();
  for (const { id, type, jitterBufferDelay, jitterBufferEmittedCount, framesReceived } of stats) {
    if (type !== "inbound-rtp" || typeof jitterBufferDelay !== "number") continue;
    const frames = typeof framesReceived === "number" ? framesReceived : 0;
    played.set(String(id), { delayS: jitterBufferDelay, emitted: Number(jitterBufferEmittedCount), frames });
  }
  return played;
}

/** Between two looks something was played that had waited here for too long, or pictures came and none was shown. */
function isLate(before: ReadonlyMap<string, Played>, now: ReadonlyMap<string, Played>): boolean {
  return [...now].some(([id, played]) => {
    const { delayS, emitted, frames } = before.get(id) ?? { delayS: 0, emitted: 0, frames: 0 };
    const newlyEmitted = played.emitted - emitted;
    if (newlyEmitted <= 0) return played.frames - frames >= timings.stuckFrames;
    return (1_000 * (played.delayS - delayS)) / newlyEmitted > timings.tooLateMs;
  });
}
