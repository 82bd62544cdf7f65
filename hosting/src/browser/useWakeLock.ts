// Keeps a phone's screen lit during a call, where the browser can.
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
      // Refused to save power: the screen may go dark, the call goes on.
    }
  }

  // The browser lets go whenever the page is hidden.
  document.addEventListener("visibilitychange", () => void request(), { signal: scope.signal });
  onScopeDispose(() => {
    scope.abort();
    held?.release().catch(() => undefined);
  });
  void request();
}
