// How long each step of a connection's setup may take: the offer, its answer, the opening of the
// channel. Once it is open, the lifeline watches it. A device that is slow with its own description
// is overloaded, and the remote one may be too. Every wait is longer by twice that time, because
// giving up too soon adds to the overload.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export interface SetupDeadlines {
  readonly startedAtMs: number;
  /** Measured by this device's own speed, another attempt would get no further yet. */
  readonly isTooEarlyToReplace: boolean;
  handleOffered(): void;
  /** The answer has arrived or is being sent. Setting it may take long. */
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

  function step(nextWithinMs: number, expired: "unanswered" | "failed") {
    steppedAtMs = clock.now();
    describedInMs ??= steppedAtMs - startedAtMs;
    cancel();
    cancel = clock.after(nextWithinMs + 2 * describedInMs, () => options.onExpired(expired));
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
