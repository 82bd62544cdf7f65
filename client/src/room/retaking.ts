// Takes the seat again after it was lost: its lease has lapsed, or its document is gone and nobody
// knows why. The server gives the same seat back, so no connection is replaced.
import type { ResponseOf } from "@meetogram/contract";
import { wait } from "../retry.ts";
import type { EndOfStay } from "./room.ts";

const [firstRetryMs, longestRetryMs] = [3_000, 30_000];

/** Answers that end the stay. After any other one the seat is asked for again. */
const ends: Partial<Record<string, EndOfStay>> = {
  removed: "removed",
  refused: "removed",
  "already-connected": "moved",
  "room-expired": "ended",
  "room-not-found": "ended",
};

export interface RetakingOptions {
  ask(signal: AbortSignal): Promise<ResponseOf<"connect">>;
  /** Signs in with the answer, and enters. */
  resume(answer: ResponseOf<"connect">): Promise<void>;
  onEnded(end: EndOfStay): void;
  readonly signal: AbortSignal;
}

/** Returns what says that the seat is lost. Saying it again changes nothing. */
export function createRetaking({ ask, resume, onEnded, signal }: RetakingOptions): () => void {
  let isRunning = false;
  let resumedAtMs = Number.NEGATIVE_INFINITY;

  async function run(): Promise<void> {
    // Whatever refuses a seat right after it was given does so again.
    if (performance.now() - resumedAtMs < longestRetryMs) await wait(longestRetryMs, signal);
    for (let delayMs = firstRetryMs; ; delayMs = Math.min(2 * delayMs, longestRetryMs)) {
      try {
        await resume(await ask(signal));
        resumedAtMs = performance.now();
        return;
      } catch (error) {
        const end = ends[(error as { code?: string } | null)?.code ?? ""];
        signal.throwIfAborted();
        if (end !== undefined) return onEnded(end);
      }
      await wait(delayMs, signal);
    }
  }

  return () => {
    if (isRunning || signal.aborted) return;
    isRunning = true;
    run()
      // It rejects only when the stay is over.
      .catch(() => {})
      .finally(() => (isRunning = false));
  };
}
