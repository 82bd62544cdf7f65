// Whether the other's browser goes on answering checks of ICE while its page says nothing. Answers come without the page and have been
// there and back, so that they prove two things at once: the network holds, and it is the page that stands still. (Sound and pictures
// prove less: they also arrive where only the way back is lost.)
import type { Clock } from "./clock.ts";

export interface Answers {
  /** Looks once, and remembers what it has seen for the next look. */
  look(): Promise<void>;
  /** They had begun before that moment, and came after it, without a pause in which the network was gone. */
  haveGoneOnThrough(atMs: number): boolean;
}

/** Chromium checks a way that is well every 2.5 s, and oftener when it is not. */
const longestPauseMs = 3_000;

export function createAnswers(clock: Clock, connection: Pick<RTCPeerConnection, "getStats">): Answers {
  let before: { readonly atMs: number; readonly received: number } | null = null;
  let seenAtMs = clock.now();
  let unbrokenSinceMs = Number.NEGATIVE_INFINITY;
  let cameAfterMs = Number.NEGATIVE_INFINITY;

  return {
    async look() {
      const atMs = clock.now();
      const stats = await connection.getStats().catch(() => null);
      if (stats === null) return;
      const received = countAnswers(stats.values());
      if (before === null) seenAtMs = atMs;
      else if (received > before.received) {
        if (before.atMs - seenAtMs > longestPauseMs) unbrokenSinceMs = before.atMs;
        cameAfterMs = before.atMs;
        seenAtMs = atMs;
      }
      before = { atMs, received };
    },
    haveGoneOnThrough: (atMs) => unbrokenSinceMs <= atMs && cameAfterMs >= atMs,
  };
}

/** By whatever way: https://www.w3.org/TR/webrtc-stats/#dom-rtcicecandidatepairstats-responsesreceived */
function countAnswers(stats: Iterable<Record<string, unknown>>): number {
  let received = 0;
  for (const { type, responsesReceived } of stats)
    if (type === "candidate-pair" && typeof responsesReceived === "number") received += responsesReceived;
  return received;
}
