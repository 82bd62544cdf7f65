// How soon somebody is tried again. Whom nobody has ever reached (a ghost, a network that lets nothing through) is asked ever more
// seldom; who was there and is missed is tried at a steady pace, so that the call goes on as soon as the network does.
import type { PeerEnd } from "../peer/peer.ts";
import { retryDelayMs, timings } from "../timings.ts";

export interface Tries {
  /** In a row. */
  readonly failures: number;
  readonly lastAttemptAtMs: number;
  /** Since when somebody who was connected is not; null for anybody else. */
  readonly missedSinceMs: number | null;
}

export const noTries: Tries = { failures: 0, lastAttemptAtMs: Number.NEGATIVE_INFINITY, missedSinceMs: null };

export function countEnd(tries: Tries, end: PeerEnd, wasOpen: boolean, nowMs: number): Tries {
  const hasFailed = end === "unanswered" || end === "failed";
  return {
    ...tries,
    failures: tries.failures + (hasFailed ? 1 : 0),
    missedSinceMs: wasOpen ? nowMs : tries.missedSinceMs,
  };
}

/** How long the next connection may take to be answered, and then to open. */
export function allowMs(tries: Tries, nowMs: number): { answerWithinMs: number; openWithinMs: number } {
  if (isMissed(tries, nowMs))
    return { answerWithinMs: timings.missedAnswerWithinMs, openWithinMs: timings.missedOpenWithinMs };
  return { answerWithinMs: retryDelayMs(tries.failures), openWithinMs: timings.openWithinMs };
}

export function waitMs(tries: Tries, end: PeerEnd, nowMs: number): number {
  switch (end) {
    case "unanswered":
    case "lost":
      return 0;
    case "closed":
      return timings.deferMs;
    case "failed":
      if (!isMissed(tries, nowMs)) return retryDelayMs(tries.failures);
      return Math.max(0, tries.lastAttemptAtMs + timings.missedEveryMs - nowMs);
  }
}

function isMissed({ missedSinceMs }: Tries, nowMs: number): boolean {
  return missedSinceMs !== null && nowMs - missedSinceMs < timings.missedForMs;
}
