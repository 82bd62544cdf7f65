// How soon to retry a participant. One that was never reached (it is stale, or the network lets
// nothing through) is retried ever more rarely. A missed participant is retried at a steady pace,
// so that the call goes on as soon as the network does.
import type { PeerEnd } from "../peer/peer.ts";
import { backoffMs, timings } from "../timings.ts";

export interface Attempts {
  /** In a row. */
  readonly failures: number;
  readonly lastAttemptAtMs: number;
  /** Since when a participant that was connected is missed. Null for any other. */
  readonly missedSinceMs: number | null;
}

export const noAttempts: Attempts = { failures: 0, lastAttemptAtMs: Number.NEGATIVE_INFINITY, missedSinceMs: null };

export function countEnd(attempts: Attempts, end: PeerEnd, wasOpen: boolean, nowMs: number): Attempts {
  const hasFailed = end === "unanswered" || end === "failed";
  return {
    ...attempts,
    failures: attempts.failures + (hasFailed ? 1 : 0),
    missedSinceMs: wasOpen ? nowMs : attempts.missedSinceMs,
  };
}

/** How long the next connection may take to be answered, and then to open. */
export function setupLimitsMs(attempts: Attempts, nowMs: number): { answerWithinMs: number; openWithinMs: number } {
  if (isMissed(attempts, nowMs))
    return { answerWithinMs: timings.missedAnswerWithinMs, openWithinMs: timings.missedOpenWithinMs };
  return { answerWithinMs: backoffMs(attempts.failures), openWithinMs: timings.openWithinMs };
}

export function nextRetryDelayMs(attempts: Attempts, end: PeerEnd, nowMs: number): number {
  switch (end) {
    case "unanswered":
    case "lost":
      return 0;
    case "closed":
      return timings.deferMs;
    case "failed":
      if (!isMissed(attempts, nowMs)) return backoffMs(attempts.failures);
      return Math.max(0, attempts.lastAttemptAtMs + timings.missedEveryMs - nowMs);
  }
}

function isMissed({ missedSinceMs }: Attempts, nowMs: number): boolean {
  return missedSinceMs !== null && nowMs - missedSinceMs < timings.missedForMs;
}
