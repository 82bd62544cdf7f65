// What still arrives from a participant whose page says nothing. Responses to ICE connectivity
// checks need no page and prove a round trip: the network works and the page is stalled. RTP
// packets prove less, because they also arrive when only the way back is lost. But while they
// arrive over a connection that is up, nobody wants it closed.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export interface Arrivals {
  /** Reads the statistics once, and keeps them for the next check. */
  check(): Promise<void>;
  /**
   * True when responses came both before and after this moment, without a gap long enough for a
   * lost network.
   */
  wereChecksAnsweredThrough(atMs: number): boolean;
  /** Audio or video packets have arrived lately. */
  readonly isMediaArriving: boolean;
}

interface Counts {
  readonly responses: number;
  readonly packets: number;
}

/** Chromium checks a working candidate pair every 2.5 s, and a failing one more often. */
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
 * Over any candidate pair.
 * https://www.w3.org/TR/webrtc-stats/#dom-rtcicecandidatepairstats-responsesreceived
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
