// The listeners of one seat. A listener that fails subscribes again. A denied one means that the
// seat is gone.
import type { FirestoreError } from "firebase/firestore";
import type { Clock } from "../../platform/clock.ts";

export type Subscribe = (onError: (error: FirestoreError) => void) => () => void;

export interface Listening {
  listen(subscribe: Subscribe): void;
}

const resubscribeAfterMs = 3_000;

export function createListening(options: { clock: Clock; onDenied: () => void; signal: AbortSignal }): Listening {
  const { clock, onDenied, signal } = options;
  const unsubscribes = new Set<() => void>();
  signal.addEventListener("abort", () => unsubscribes.forEach((unsubscribe) => unsubscribe()), { once: true });

  function listen(subscribe: Subscribe) {
    if (signal.aborted) return;
    const unsubscribe = subscribe((error) => {
      unsubscribes.delete(unsubscribe);
      if (signal.aborted) return;
      if (error.code === "permission-denied") onDenied();
      else clock.after(resubscribeAfterMs, () => listen(subscribe));
    });
    unsubscribes.add(unsubscribe);
  }

  return { listen };
}
