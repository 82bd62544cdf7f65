// Reads a connection's statistics every few seconds, until the signal is aborted.
import type { Clock } from "../../platform/clock.ts";
import { compareSamples, sampleStats, type PeerStats, type StatsSample } from "./connection-stats.ts";
import { timings } from "../timings.ts";

export function watchStats(options: {
  clock: Clock;
  connection: RTCPeerConnection;
  /** With the time since the previous reading. */
  onRawStats: (stats: RTCStatsReport, elapsedMs: number) => void;
  onStats: (stats: PeerStats) => void;
  signal: AbortSignal;
}): void {
  const { clock, connection, signal } = options;
  let before: StatsSample | null = null;
  const startedAtMs = clock.now();
  let cancel = clock.after(timings.statsEveryMs, () => void read());
  signal.addEventListener("abort", () => cancel(), { once: true });

  async function read() {
    cancel = clock.after(timings.statsEveryMs, () => void read());
    const stats = await connection.getStats().catch(() => null);
    if (signal.aborted || stats === null) return;
    const cameraMid = connection.getTransceivers()[1]?.mid ?? null;
    const now = sampleStats(stats.values(), cameraMid, clock.now());
    options.onRawStats(stats, now.atMs - (before?.atMs ?? startedAtMs));
    if (before !== null) options.onStats(compareSamples(before, now));
    before = now;
  }
}
