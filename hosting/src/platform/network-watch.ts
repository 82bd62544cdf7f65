// Signs that the network may be back, or another one: the browser says so, the page is looked at again, the device has slept. None
// of them is proof, and none may come at all; each is a reason to look at once instead of at the next turn.
import type { Clock } from "./clock.ts";

/** How a page finds out that its device has slept: its own timer fires late. */
export const wakeTimings = {
  lookEveryMs: 2_000,
  /** This late, the device has slept. */
  sleptAfterMs: 4_000,
  /** This late, it may as well be busy. */
  busyLateMs: 500,
} as const;

/** What of the browser is listened to. */
export interface NetworkSigns {
  readonly page: EventTarget | null;
  readonly document: (EventTarget & { readonly visibilityState: DocumentVisibilityState }) | null;
  /** Where the browser has it: https://developer.mozilla.org/en-US/docs/Web/API/NetworkInformation */
  readonly connection: EventTarget | null;
  /** Of the wall: it goes on while the device sleeps. */
  now(): number;
}

export function watchNetwork(options: {
  clock: Clock;
  signs: NetworkSigns;
  onReturn: () => void;
  signal: AbortSignal;
}): void {
  const { clock, signs, onReturn, signal } = options;
  const { page, document, connection } = signs;
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
  let lookedAtMs = signs.now();
  let wasBusy = false;
  let cancel = clock.after(wakeTimings.lookEveryMs, look);
  signal.addEventListener("abort", () => cancel(), { once: true });

  function look() {
    cancel = clock.after(wakeTimings.lookEveryMs, look);
    const lateMs = signs.now() - lookedAtMs - wakeTimings.lookEveryMs;
    lookedAtMs = signs.now();
    // A busy device is late again and again; one that falls asleep was in time before.
    if (lateMs >= wakeTimings.sleptAfterMs && !wasBusy) onReturn();
    wasBusy = lateMs >= wakeTimings.busyLateMs;
  }
}

/** Of the browser at hand; of nothing where there is none. */
export function readNetworkSigns(): NetworkSigns {
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
