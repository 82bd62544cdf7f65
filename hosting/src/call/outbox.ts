// When a signal goes out. Through the server each one is a document, so a description waits a moment for its candidates and later
// candidates travel together; over the data channel nothing needs to wait. Order is kept: a description before its candidates.
import type { Candidate, Signal } from "@meetogram/contract";
import type { Clock } from "./clock.ts";
import { timings } from "./timings.ts";

export type SignalBody = Pick<Signal, "description" | "candidates">;

const maxCandidatesPerSignal = 64;

export interface Outbox {
  addDescription(description: NonNullable<Signal["description"]>): void;
  /** Null: there will be no more. */
  addCandidate(candidate: Candidate | null): void;
  /** What waits goes out now: somebody is waiting for it. */
  flush(): void;
  close(): void;
}

export function createOutbox(options: {
  clock: Clock;
  /** True when signals reach the other directly. */
  isDirect: () => boolean;
  /** Nobody waits for the connection yet: there is time to gather every candidate. */
  isUnhurried: () => boolean;
  deliver: (body: SignalBody) => void;
}): Outbox {
  const { clock, isDirect, isUnhurried, deliver } = options;
  let description: SignalBody["description"];
  let candidates: Candidate[] = [];
  let cancel: (() => void) | null = null;
  let isClosed = false;

  function flush() {
    cancel?.();
    cancel = null;
    if (isClosed || (description === undefined && candidates.length === 0)) return;
    do {
      const batch = candidates.splice(0, maxCandidatesPerSignal);
      deliver({ ...(description && { description }), ...(batch.length > 0 && { candidates: batch }) });
      description = undefined;
    } while (candidates.length > 0);
  }

  function flushAfter(delayMs: number) {
    if (isDirect()) flush();
    else cancel ??= clock.after(delayMs, flush);
  }

  return {
    addDescription(added) {
      // Whatever was still waiting belongs to a description that this one supersedes.
      if (description !== undefined) candidates = [];
      else flush();
      description = added;
      flushAfter(isUnhurried() ? timings.unhurriedGatherMs : timings.gatherMs);
    },
    addCandidate(candidate) {
      if (candidate === null) return flush();
      candidates.push(candidate);
      flushAfter(timings.batchMs);
    },
    flush,
    close() {
      isClosed = true;
      cancel?.();
    },
  };
}
