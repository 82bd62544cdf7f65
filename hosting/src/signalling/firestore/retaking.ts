// Asks the server for the participant's own seat again: its lease has lapsed, or nobody knows why
// it is gone. The server gives the same seat back, so no connection is replaced. What it answers
// decides, and never what this page supposes. A waiting seat that has lapsed is taken again only
// when somebody is there.
import type { Clock } from "../../platform/clock.ts";
import { SignallingError, type EndOfSeat, type SeatLoss } from "../signalling.ts";
import { readRefusal } from "./read-refusal.ts";

const firstRetryMs = 3_000;
const longestRetryMs = 30_000;

export interface Retaking {
  /** The seat has lapsed. One that has entered, or has knocked, is taken again at once. */
  lapse(): void;
  /** The seat is gone, for a reason that only the server knows. */
  ask(): void;
  /** Somebody is there: takes a waiting seat again too. */
  wake(): void;
  /** The network is back: does not wait for the next request. */
  hurry(): void;
  /** Resolves when the seat is back. Rejects with a SignallingError. */
  retake(): Promise<void>;
  isLapsed(): boolean;
}

export function createRetaking(options: {
  /** Asks the server for the same seat. */
  connect: () => Promise<void>;
  /** It has entered, or waits for a host. */
  isThere: () => boolean;
  onRetaken: () => void;
  /** The server says that the seat has ended. */
  onEnded: (reason: EndOfSeat) => void;
  /** The seat is not had, for now; null when it is had again. */
  onLoss: (loss: SeatLoss | null) => void;
  clock: Clock;
  signal: AbortSignal;
}): Retaking {
  const { clock, signal } = options;
  let isLapsed = false;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let retakenAtMs = Number.NEGATIVE_INFINITY;
  /** How often the seat was lost soon after it had been given. */
  let relapses = 0;
  let isWithheld = false;
  let loss: SeatLoss | null = null;
  let running: Promise<void> | null = null;
  let cancelNext = () => {};
  let endPause = () => {};
  signal.addEventListener("abort", stop, { once: true });

  function stop() {
    cancelNext();
    endPause();
  }

  const isTooSoon = () => clock.now() - askedAtMs < firstRetryMs;

  function retake(): Promise<void> {
    isLapsed = true;
    // Presses on a button would ask as often as there are presses.
    if (isWithheld && isTooSoon()) return Promise.reject(new SignallingError("refused"));
    running ??= run().finally(() => (running = null));
    return running;
  }

  async function run() {
    cancelNext();
    relapses = clock.now() - retakenAtMs < longestRetryMs ? relapses + 1 : 0;
    // Whatever refuses the seat right after it was given, does so again.
    if (relapses > 0) await pause(Math.min(firstRetryMs * 2 ** (relapses - 1), longestRetryMs));
    if (relapses > 1) report("lost");
    for (let retryMs = firstRetryMs; !signal.aborted; retryMs = Math.min(2 * retryMs, longestRetryMs)) {
      askedAtMs = clock.now();
      try {
        await options.connect();
        break;
      } catch (cause) {
        handleFailure(cause);
      }
      await pause(retryMs);
    }
    if (signal.aborted) throw new SignallingError("refused");
    isLapsed = isWithheld = false;
    retakenAtMs = clock.now();
    if (relapses > 1) cancelNext = clock.after(longestRetryMs, () => report(null));
    else report(null);
    options.onRetaken();
  }

  /** Returns if another request may help soon. */
  function handleFailure(cause: unknown) {
    if (signal.aborted) return;
    const refusal = readRefusal(cause);
    if (refusal === null) return report("unanswered");
    if (refusal.kind === "ended") options.onEnded(refusal.reason);
    else {
      isWithheld = true;
      cancelNext = clock.after(longestRetryMs, retakeInBackground);
      report(refusal.loss);
    }
    throw new SignallingError("refused", { cause });
  }

  function report(changed: SeatLoss | null) {
    if (loss === changed || signal.aborted) return;
    loss = changed;
    options.onLoss(loss);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      endPause = () => {
        cancel();
        resolve();
      };
    });
  }

  function retakeInBackground() {
    retake().catch(() => {});
  }

  function hurry() {
    endPause();
    if (isWithheld) retakeInBackground();
  }

  return {
    lapse() {
      isLapsed = true;
      if (options.isThere()) retakeInBackground();
    },
    ask: retakeInBackground,
    wake() {
      // The pointer moves often.
      if (isTooSoon()) return;
      hurry();
      if (isLapsed) retakeInBackground();
    },
    hurry,
    retake,
    isLapsed: () => isLapsed,
  };
}
