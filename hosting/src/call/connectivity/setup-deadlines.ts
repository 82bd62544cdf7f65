// How long each step of a connection's beginning may take: the offer, its answer, the opening of the channel. Each has the next one's
// deadline follow; once open, it is the lifeline that watches. A device that is long about its own description is busy, and the other
// may be as busy: every wait is longer by twice that time, for who gives up too soon makes it worse for both.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export interface SetupDeadlines {
  readonly startedAtMs: number;
  /** By this device's own measure another attempt would get no further yet. */
  readonly isTooEarlyToReplace: boolean;
  handleOffered(): void;
  /** The answer has come, or goes out; it may take long to be set. */
  handleAnswer(): void;
  stop(): void;
}

export function startSetupDeadlines(options: {
  clock: Clock;
  answerWithinMs: number;
  openWithinMs: number;
  onExpired: (deadline: "unanswered" | "failed") => void;
}): SetupDeadlines {
  const { clock } = options;
  const startedAtMs = clock.now();
  let describedInMs: number | null = null;
  let steppedAtMs = startedAtMs;
  let cancel = clock.after(timings.describeWithinMs, () => options.onExpired("unanswered"));

  function step(nextWithinMs: number, missed: "unanswered" | "failed") {
    steppedAtMs = clock.now();
    describedInMs ??= steppedAtMs - startedAtMs;
    cancel();
    cancel = clock.after(nextWithinMs + 2 * describedInMs, () => options.onExpired(missed));
  }

  return {
    startedAtMs,
    get isTooEarlyToReplace() {
      return describedInMs === null || clock.now() - steppedAtMs < timings.reconnectNowEveryMs + 4 * describedInMs;
    },
    handleOffered: () => step(options.answerWithinMs, "unanswered"),
    handleAnswer: () => step(options.openWithinMs, "failed"),
    stop: () => cancel(),
  };
}
