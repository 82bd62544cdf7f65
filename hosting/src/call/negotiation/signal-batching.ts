// Decides when a signal is sent. Through the server each signal is a document, so a description
// waits for its candidates, and later candidates are sent together. Over the data channel nothing
// waits. A description always goes before its candidates.
import type { Candidate, Signal } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export type SignalBody = Pick<Signal, "description" | "candidates">;

const maxCandidatesPerSignal = 64;

export interface SignalBatcher {
  addDescription(description: NonNullable<Signal["description"]>): void;
  /** Null: gathering has ended. */
  addCandidate(candidate: Candidate | null): void;
  /**
   * Sends what waits, a description with its first candidate: somebody waits for the connection
   * now.
   */
  flush(): void;
  close(): void;
}

export function createSignalBatcher(options: {
  clock: Clock;
  /** True when signals go over the data channel. */
  isDirect: () => boolean;
  /** Nobody waits for the connection yet: there is time to gather every candidate. */
  mayGatherLonger: () => boolean;
  /** The description may still get candidates. */
  isGathering: () => boolean;
  deliver: (body: SignalBody) => void;
}): SignalBatcher {
  const { clock, isDirect, mayGatherLonger, isGathering, deliver } = options;
  let description: SignalBody["description"];
  let candidates: Candidate[] = [];
  let cancel: (() => void) | null = null;
  let isFirstCandidateAwaited = false;
  let isClosed = false;

  function flush() {
    cancel?.();
    cancel = null;
    isFirstCandidateAwaited = false;
    if (isClosed || (description === undefined && candidates.length === 0)) return;
    do {
      const batch = candidates.splice(0, maxCandidatesPerSignal);
      deliver({ ...(description && { description }), ...(batch.length > 0 && { candidates: batch }) });
      description = undefined;
    } while (candidates.length > 0);
  }

  function flushAfter(delayMs: number, run = flush) {
    if (isDirect()) flush();
    else cancel ??= clock.after(delayMs, run);
  }

  /**
   * A description without a candidate is useless. On an overloaded device the first candidate takes
   * long, and would cost a message of its own.
   */
  function flushWithCandidate() {
    const isUseful = description === undefined || candidates.length > 0 || !isGathering();
    if (isUseful || isDirect()) return flush();
    if (isFirstCandidateAwaited) return;
    cancel?.();
    cancel = clock.after(timings.longGatherMs, flush);
    isFirstCandidateAwaited = true;
  }

  return {
    addDescription(added) {
      // What still waits belongs to a description that this one supersedes.
      if (description !== undefined) candidates = [];
      else flush();
      description = added;
      if (mayGatherLonger()) flushAfter(timings.longGatherMs);
      else flushAfter(timings.gatherMs, flushWithCandidate);
    },
    addCandidate(candidate) {
      if (candidate === null) return flush();
      candidates.push(candidate);
      if (isFirstCandidateAwaited) {
        isFirstCandidateAwaited = false;
        cancel?.();
        cancel = null;
      }
      flushAfter(timings.batchMs);
    },
    flush: flushWithCandidate,
    close() {
      isClosed = true;
      cancel?.();
    },
  };
}
