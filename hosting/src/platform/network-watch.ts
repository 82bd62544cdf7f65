// Signs that the network may be back, or another one: the browser says so, the page is looked at again, the device has slept. None
// of them is proof, and none may come at all; each is a reason to look at once instead of at the next turn.
import type { Clock } from "./clock.ts";

/** How a page finds out that its device has slept: its own timer fires late. */
export const wakeTimings = {
  checkEveryMs: 2_000,
  /** This late, the device has slept. */
  sleptAfterMs: 4_000,
  /** This late, it may as well be busy. */
  overloadedLateMs: 500,
} as const;

/** What of the browser is listened to. */
export interface NetworkHints {
  readonly page: EventTarget | null;
  readonly document: (EventTarget & { readonly visibilityState: DocumentVisibilityState }) | null;
  /** Where the browser has it: https://developer.mozilla.org/en-US/docs/Web/API/NetworkInformation */
  readonly connection: EventTarget | null;
  /** Of the wall: it goes on while the device sleeps. */
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
    // A busy device is late again and again; one that falls asleep was in time before.
    if (lateMs >= wakeTimings.sleptAfterMs && !wasOverloaded) onReturn();
    wasOverloaded = lateMs >= wakeTimings.overloadedLateMs;
  }
}

/** Of the browser at hand; of nothing where there is none. */
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
