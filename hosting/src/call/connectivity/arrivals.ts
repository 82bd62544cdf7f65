// What still arrives of somebody whose page says nothing. Answers to checks of ICE come without the page and have been there and back, so
// that they prove two things at once: the network holds, and it is the page that stands still. Sound and pictures prove less, for they also
// arrive where only the way back is lost; but while they come over a connection that is up, nobody would want it closed.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export interface Arrivals {
  /** Looks once, and remembers what it has seen for the next look. */
  check(): Promise<void>;
  /** Answers had begun before that moment, and came after it, without a pause in which the network was gone. */
  wereChecksAnsweredThrough(atMs: number): boolean;
  /** Sound or pictures have come lately. */
  readonly isMediaArriving: boolean;
}

interface Counts {
  readonly responses: number;
  readonly packets: number;
}

/** Chromium checks a way that is well every 2.5 s, and oftener when it is not. */
const longestPauseMs = 3_000;

export function watchArrivals(clock: Clock, connection: Pick<RTCPeerConnection, "getStats">): Arrivals {
  let before: (Counts & { readonly atMs: number }) | null = null;
  let responsesSeenAtMs = clock.now();
  let unbrokenSinceMs = Number.NEGATIVE_INFINITY;
  let responsesCameAfterMs = Number.NEGATIVE_INFINITY;
  let packetsSeenAtMs = Number.NEGATIVE_INFINITY;

  return {
    async check() {
      const atMs = clock.now();
      const stats = await connection.getStats().catch(() => null);
      if (stats === null) return;
      const counts = count(stats.values());
      if (before === null) responsesSeenAtMs = atMs;
      else if (counts.responses > before.responses) {
        if (before.atMs - responsesSeenAtMs > longestPauseMs) unbrokenSinceMs = before.atMs;
        responsesCameAfterMs = before.atMs;
        responsesSeenAtMs = atMs;
      }
      if (before !== null && counts.packets > before.packets) packetsSeenAtMs = atMs;
      before = { ...counts, atMs };
    },
    wereChecksAnsweredThrough: (atMs) => unbrokenSinceMs <= atMs && responsesCameAfterMs >= atMs,
    get isMediaArriving() {
      return clock.now() - packetsSeenAtMs < timings.silentAfterMs;
    },
  };
}

/**
 * By whatever way. https://www.w3.org/TR/webrtc-stats/#dom-rtcicecandidatepairstats-responsesreceived,
 * https://www.w3.org/TR/webrtc-stats/#dom-rtcreceivedrtpstreamstats-packetsreceived
 */
function count(stats: Iterable<Record<string, unknown>>): Counts {
  let responses = 0;
  let packets = 0;
  for (const { type, responsesReceived, packetsReceived } of stats) {
    if (type === "candidate-pair" && typeof responsesReceived === "number") responses += responsesReceived;
    if (type === "inbound-rtp" && typeof packetsReceived === "number") packets += packetsReceived;
  }
  return { responses, packets };
}
