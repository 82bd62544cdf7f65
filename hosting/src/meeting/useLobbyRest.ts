// A lobby that has been hidden for a minute closes its connections. It reconnects when it becomes
// visible.
import { onScopeDispose, type Ref } from "vue";
import type { Call } from "../call/call.ts";
import { systemClock, type Clock } from "../platform/clock.ts";

const restAfterMs = 60_000;

export function useLobbyRest(
  call: Readonly<Ref<Pick<Call, "rest" | "wake"> | null>>,
  clock: Clock = systemClock,
): void {
  const scope = new AbortController();
  let cancelRest = () => {};

  function handleVisibility(): void {
    cancelRest();
    if (document.visibilityState === "visible") call.value?.wake();
    else cancelRest = clock.after(restAfterMs, () => call.value?.rest());
  }

  document.addEventListener("visibilitychange", handleVisibility, { signal: scope.signal });
  onScopeDispose(() => {
    scope.abort();
    cancelRest();
  });
}
