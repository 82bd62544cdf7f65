// The listeners of one seat. A listener that fails subscribes again. A denied one means that the
// seat is gone, and waits until it is back.
import type { FirestoreError } from "firebase/firestore";
import type { Clock } from "../../platform/clock.ts";

export type Subscribe = (onError: (error: FirestoreError) => void) => () => void;

export interface Listening {
  listen(subscribe: Subscribe): void;
  /** The seat is back. */
  resume(): void;
}

const resubscribeAfterMs = 3_000;

export function createListening(options: { clock: Clock; onDenied: () => void; signal: AbortSignal }): Listening {
  const { clock, onDenied, signal } = options;
  const unsubscribes = new Set<() => void>();
  const denied = new Set<Subscribe>();
  let timesResumed = 0;
  signal.addEventListener("abort", () => unsubscribes.forEach((unsubscribe) => unsubscribe()), { once: true });

  function listen(subscribe: Subscribe) {
    if (signal.aborted) return;
    const startedAfter = timesResumed;
    const unsubscribe = subscribe((error) => {
      unsubscribes.delete(unsubscribe);
      if (signal.aborted) return;
      if (error.code === "permission-denied" && startedAfter < timesResumed) {
        // A late denial of the lapsed seat, which is back.
        listen(subscribe);
      } else if (error.code === "permission-denied") {
        denied.add(subscribe);
        onDenied();
      } else clock.after(resubscribeAfterMs, () => listen(subscribe));
    });
    unsubscribes.add(unsubscribe);
  }

  function resume() {
    timesResumed += 1;
    const waiting = [...denied];
    denied.clear();
    for (const subscribe of waiting) listen(subscribe);
  }

  return { listen, resume };
}
