// Takes the participant's own seat again after its lease has lapsed: the device slept, or somebody
// lingered in the lobby. The server gives the same seat back, so no connection is replaced. A
// waiting seat is taken again only when somebody is there.
import type { ErrorCode } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";
import { SignallingError, type EndOfSeat } from "../signalling.ts";

/** Answers after which another request does not help. After any other error it might. */
const refusals: Partial<Record<ErrorCode, EndOfSeat>> = {
  removed: "removed",
  "already-connected": "moved",
  "room-full": "full",
  "room-locked": "locked",
  "room-expired": "expired",
  "room-not-found": "expired",
  "wrong-password": "expired",
  "invalid-request": "expired",
};

const firstRetryMs = 3_000;
const longestRetryMs = 30_000;

export interface Retaking {
  /** The seat has lapsed. One that has entered is taken again at once. */
  lapse(): void;
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
  hasEntered: () => boolean;
  onRetaken: () => void;
  onRefused: (reason: EndOfSeat) => void;
  clock: Clock;
  signal: AbortSignal;
}): Retaking {
  const { clock, signal } = options;
  let isLapsed = false;
  let retakenAtMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let hurry = () => {};

  function retake(): Promise<void> {
    isLapsed = true;
    running ??= run().finally(() => (running = null));
    return running;
  }

  async function run() {
    // Whatever refuses the seat right after it was given, does so again.
    if (clock.now() - retakenAtMs < firstRetryMs) await pause(firstRetryMs);
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(2 * retryMs, longestRetryMs)) {
      try {
        await options.connect();
        break;
      } catch (cause) {
        const reason = refusals[(cause as { code?: ErrorCode }).code ?? "internal"];
        if (reason !== undefined) {
          options.onRefused(reason);
          throw new SignallingError("refused", { cause });
        }
      }
      await pause(retryMs);
      if (signal.aborted) throw new SignallingError("refused");
    }
    if (signal.aborted) throw new SignallingError("refused");
    isLapsed = false;
    retakenAtMs = clock.now();
    options.onRetaken();
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      hurry = () => {
        cancel();
        resolve();
      };
    });
  }

  function retakeInBackground() {
    retake().catch(() => {});
  }

  signal.addEventListener("abort", () => hurry(), { once: true });

  return {
    lapse() {
      isLapsed = true;
      if (options.hasEntered()) retakeInBackground();
    },
    wake() {
      hurry();
      if (isLapsed) retakeInBackground();
    },
    hurry: () => hurry(),
    retake,
    isLapsed: () => isLapsed,
  };
}
