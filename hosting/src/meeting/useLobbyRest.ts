// A lobby that nobody looks at for a minute lets its connections go, and takes them up again when it is looked at.
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
