// How long each step of a connection's beginning may take: the offer, its answer, the opening of the channel. Each has the next one's
// deadline follow; once open, it is the lifeline that watches.
import type { Clock } from "./clock.ts";
import { timings } from "./timings.ts";

export interface Deadlines {
  readonly beganAtMs: number;
  handleOffered(): void;
  handleAnswered(): void;
  stop(): void;
}

export function startDeadlines(options: {
  clock: Clock;
  answerWithinMs: number;
  openWithinMs: number;
  onMissed: (deadline: "unanswered" | "failed") => void;
}): Deadlines {
  const { clock, onMissed } = options;
  const beganAtMs = clock.now();
  let cancel = clock.after(timings.describeWithinMs, () => onMissed("unanswered"));

  function replace(withinMs: number, missed: "unanswered" | "failed") {
    cancel();
    cancel = clock.after(withinMs, () => onMissed(missed));
  }

  return {
    beganAtMs,
    handleOffered() {
      // A device that is long about its offer is busy, and the other may be as busy: who gives up too soon makes it worse for both.
      const madeInMs = clock.now() - beganAtMs;
      replace(options.answerWithinMs + 2 * madeInMs, "unanswered");
    },
    handleAnswered: () => replace(options.openWithinMs, "failed"),
    stop: () => cancel(),
  };
}
