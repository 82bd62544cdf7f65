// A lobby that has been hidden for a minute closes its connections. It reconnects when it becomes
// visible. A seat that lapsed in the lobby is taken again when somebody moves there, so before
// Connect is pressed.
import { onScopeDispose, type Ref } from "vue";
import type { Call } from "../../call/call.ts";
import { systemClock, type Clock } from "../../platform/clock.ts";

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

  const handleActivity = (): void => call.value?.wake();

  document.addEventListener("visibilitychange", handleVisibility, { signal: scope.signal });
  for (const type of ["pointermove", "pointerdown", "keydown"]) {
    document.addEventListener(type, handleActivity, { signal: scope.signal, passive: true });
  }
  onScopeDispose(() => {
    scope.abort();
    cancelRest();
  });
}
