// Asks whether the server can be reached, by a request that no database hears: whatever answers, it is not billed, and any answer
// will do. Opaque, so there is no preflight; with the defaults of the SDK's own requests, so it takes the SDK's connection.
import type { Clock } from "../../platform/clock.ts";

/** Resolves to true with the first byte of an answer, to false when there will be none. */
export type ServerProbe = (signal: AbortSignal) => Promise<boolean>;

export function createServerProbe(url: string): ServerProbe {
  return (signal) =>
    fetch(url, { method: "HEAD", mode: "no-cors", cache: "no-store", referrerPolicy: "no-referrer", signal }).then(
      () => true,
      () => false,
    );
}

/** For slow lines, so questions overlap: any of them may be answered. */
const answerWithinMs = 4_000;

export interface Probing {
  /** Now, and every so often from now on. */
  start(everyMs: number): void;
  /** What is under way is no longer awaited. */
  stop(): void;
}

export function createProbing(options: { probe: ServerProbe; clock: Clock; onAnswer: () => void }): Probing {
  const { probe, clock, onAnswer } = options;
  let running = new AbortController();
  let cancelNext = () => {};

  function start(everyMs: number) {
    cancelNext();
    cancelNext = clock.after(everyMs, () => start(everyMs));
    const { signal } = running;
    const limit = new AbortController();
    const cancelLimit = clock.after(answerWithinMs, () => limit.abort());
    void probe(AbortSignal.any([signal, limit.signal])).then((isAnswered) => {
      cancelLimit();
      if (isAnswered && !signal.aborted) onAnswer();
    });
  }

  return {
    start,
    stop() {
      cancelNext();
      running.abort();
      running = new AbortController();
    },
  };
}
