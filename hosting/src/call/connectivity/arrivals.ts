// What still arrives of somebody whose page says nothing. Answers to checks of ICE come without the page and have been there and back, so
// that they prove two things at once: the network holds, and it is the page that stands still. Sound and pictures prove less, for they also
// arrive where only the way back is lost; but while they come over a connection that is up, nobody would want it closed.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export interface Arrivals {
  /** Looks once, and remembers what it has seen for the next look. */
  look(): Promise<void>;
  /** Answers had begun before that moment, and came after it, without a pause in which the network was gone. */
  haveAnswersGoneOnThrough(atMs: number): boolean;
  /** Sound or pictures have come lately. */
  readonly isMediaComing: boolean;
}

interface Counts {
  readonly answers: number;
  readonly packets: number;
}

/** Chromium checks a way that is well every 2.5 s, and oftener when it is not. */
const longestPauseMs = 3_000;

export function watchArrivals(clock: Clock, connection: Pick<RTCPeerConnection, "getStats">): Arrivals {
  let before: (Counts & { readonly atMs: number }) | null = null;
  let answersSeenAtMs = clock.now();
  let unbrokenSinceMs = Number.NEGATIVE_INFINITY;
  let answersCameAfterMs = Number.NEGATIVE_INFINITY;
  let packetsSeenAtMs = Number.NEGATIVE_INFINITY;

  return {
    async look() {
      const atMs = clock.now();
      const stats = await connection.getStats().catch(() => null);
      if (stats === null) return;
      const counts = count(stats.values());
      if (before === null) answersSeenAtMs = atMs;
      else if (counts.answers > before.answers) {
        if (before.atMs - answersSeenAtMs > longestPauseMs) unbrokenSinceMs = before.atMs;
        answersCameAfterMs = before.atMs;
        answersSeenAtMs = atMs;
      }
      if (before !== null && counts.packets > before.packets) packetsSeenAtMs = atMs;
      before = { ...counts, atMs };
    },
    haveAnswersGoneOnThrough: (atMs) => unbrokenSinceMs <= atMs && answersCameAfterMs >= atMs,
    get isMediaComing() {
      return clock.now() - packetsSeenAtMs < timings.silentAfterMs;
    },
  };
}

/**
 * By whatever way. https://www.w3.org/TR/webrtc-stats/#dom-rtcicecandidatepairstats-responsesreceived,
 * https://www.w3.org/TR/webrtc-stats/#dom-rtcreceivedrtpstreamstats-packetsreceived
 */
function count(stats: Iterable<Record<string, unknown>>): Counts {
  let answers = 0;
  let packets = 0;
  for (const { type, responsesReceived, packetsReceived } of stats) {
    if (type === "candidate-pair" && typeof responsesReceived === "number") answers += responsesReceived;
    if (type === "inbound-rtp" && typeof packetsReceived === "number") packets += packetsReceived;
  }
  return { answers, packets };
}
