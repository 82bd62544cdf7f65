// Probes the server with a request that reaches no database, so it is not billed. Any answer
// counts. The request is opaque, so it needs no preflight. It has the defaults of the SDK's own
// requests, so it uses the SDK's connection.
import type { Clock } from "../../platform/clock.ts";

/** Resolves to true with the first byte of an answer, and to false when there will be none. */
export type ServerProbe = (signal: AbortSignal) => Promise<boolean>;

export function createServerProbe(url: string): ServerProbe {
  return (signal) =>
    fetch(url, { method: "HEAD", mode: "no-cors", cache: "no-store", referrerPolicy: "no-referrer", signal }).then(
      () => true,
      () => false,
    );
}

/** Long enough for slow networks, so probes overlap. The answer to any of them counts. */
const answerWithinMs = 4_000;

export interface Probing {
  /** Sends a probe now, and another one each `everyMs`. */
  start(everyMs: number): void;
  /** Ignores the answers to probes in flight. */
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
