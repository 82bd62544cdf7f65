// Hints that the network may be back, or is another one: the browser says so, the page becomes
// visible again, the device has slept. No hint proves it, and none may come at all. Each is a
// reason to check immediately instead of at the next interval.
import type { Clock } from "./clock.ts";

/** A page learns from its own late timer that its device has slept. */
export const wakeTimings = {
  checkEveryMs: 2_000,
  /** A timer this late means that the device has slept. */
  sleptAfterMs: 4_000,
  /** A timer this late may also mean that the device is overloaded. */
  overloadedLateMs: 500,
} as const;

/** The parts of the browser that give hints. */
export interface NetworkHints {
  readonly page: EventTarget | null;
  readonly document: (EventTarget & { readonly visibilityState: DocumentVisibilityState }) | null;
  /**
   * Where the browser supports it:
   * https://developer.mozilla.org/en-US/docs/Web/API/NetworkInformation
   */
  readonly connection: EventTarget | null;
  /** Wall-clock time: it goes on while the device sleeps. */
  now(): number;
}

export function watchNetwork(options: {
  clock: Clock;
  hints: NetworkHints;
  onReturn: () => void;
  signal: AbortSignal;
}): void {
  const { clock, hints, onReturn, signal } = options;
  const { page, document, connection } = hints;
  page?.addEventListener("online", onReturn, { signal });
  page?.addEventListener("pageshow", onReturn, { signal });
  connection?.addEventListener("change", onReturn, { signal });
  document?.addEventListener("resume", onReturn, { signal });
  document?.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") onReturn();
    },
    { signal },
  );
  let checkedAtMs = hints.now();
  let wasOverloaded = false;
  let cancel = clock.after(wakeTimings.checkEveryMs, check);
  signal.addEventListener("abort", () => cancel(), { once: true });

  function check() {
    cancel = clock.after(wakeTimings.checkEveryMs, check);
    const lateMs = hints.now() - checkedAtMs - wakeTimings.checkEveryMs;
    checkedAtMs = hints.now();
    // The clock was set back. It may have slept as well.
    const isSetBack = lateMs <= -wakeTimings.sleptAfterMs;
    // An overloaded device is late again and again. A device that falls asleep was on time before.
    if (isSetBack || (lateMs >= wakeTimings.sleptAfterMs && !wasOverloaded)) onReturn();
    wasOverloaded = lateMs >= wakeTimings.overloadedLateMs;
  }
}

/** The hints of this browser; none outside a browser. */
export function readNetworkHints(): NetworkHints {
  const { navigator: { connection } = {} } = globalThis as { navigator?: { connection?: EventTarget } };
  return {
    page: typeof globalThis.addEventListener === "function" ? globalThis : null,
    document: typeof document === "undefined" ? null : document,
    connection: typeof connection?.addEventListener === "function" ? connection : null,
    now: () => Date.now(),
  };
}

/** True is certain; false says little. */
export function isBrowserOffline(): boolean {
  return typeof navigator !== "undefined" && navigator.onLine === false;
}
