// One direction of a bad line: a rate with a short queue, random loss, and a delay. Packets keep
// their order.
import type { Conditions } from "./conditions.ts";

/** A longer wait for the line, and the queue is full: the packet is dropped. */
const queuedMs = 500;
/** Of IP and UDP. */
const headerBytes = 28;

export interface Lane {
  set(conditions: Conditions): void;
  carry(bytes: number, arrive: () => void): void;
}

export function createLane(): Lane {
  let conditions: Conditions = { rateKbps: null, lossPercent: 0, roundTripMs: 0 };
  let busyUntilMs = 0;
  let lastAtMs = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flying: { readonly atMs: number; readonly arrive: () => void }[] = [];

  function land(): void {
    timer = null;
    const now = performance.now();
    while (flying[0] !== undefined && flying[0].atMs <= now) flying.shift()?.arrive();
    if (flying[0] !== undefined) timer = setTimeout(land, Math.max(1, flying[0].atMs - now));
  }

  return {
    set: (wanted) => void (conditions = wanted),
    carry(bytes, arrive) {
      const { rateKbps, lossPercent, roundTripMs } = conditions;
      const now = performance.now();
      let sentAtMs = now;
      if (rateKbps !== null) {
        const startsAtMs = Math.max(now, busyUntilMs);
        if (startsAtMs - now > queuedMs) return;
        // A kilobit a second is a bit a millisecond.
        sentAtMs = busyUntilMs = startsAtMs + ((bytes + headerBytes) * 8) / rateKbps;
      }
      if (Math.random() * 100 < lossPercent) return;
      lastAtMs = Math.max(lastAtMs, sentAtMs + roundTripMs / 2);
      flying.push({ atMs: lastAtMs, arrive });
      timer ??= setTimeout(land, Math.max(1, lastAtMs - now));
    },
  };
}
