// Keeps the screen of a phone on during a call, where the browser can.
import { onScopeDispose } from "vue";

export function useWakeLock(): void {
  const scope = new AbortController();
  let held: WakeLockSentinel | null = null;

  async function request(): Promise<void> {
    if (!("wakeLock" in navigator) || document.visibilityState !== "visible") return;
    try {
      const sentinel = await navigator.wakeLock.request("screen");
      if (scope.signal.aborted) return void (await sentinel.release());
      held = sentinel;
    } catch {
      // Refused to save power. The screen may turn off, and the call goes on.
    }
  }

  // The browser releases the lock whenever the page is hidden.
  document.addEventListener("visibilitychange", () => void request(), { signal: scope.signal });
  onScopeDispose(() => {
    scope.abort();
    held?.release().catch(() => undefined);
  });
  void request();
}
