// A lobby that nobody looks at for a minute lets its connections go, and takes them up again when it is looked at.
import { onScopeDispose, type Ref } from "vue";
import type { Call } from "../call/call.ts";

const restAfterMs = 60_000;

export function useLobbyRest(call: Readonly<Ref<Call | null>>): void {
  const scope = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function handleVisibility(): void {
    clearTimeout(timer);
    if (document.visibilityState === "visible") call.value?.wake();
    else timer = setTimeout(() => call.value?.rest(), restAfterMs);
  }

  document.addEventListener("visibilitychange", handleVisibility, { signal: scope.signal });
  onScopeDispose(() => {
    scope.abort();
    clearTimeout(timer);
  });
}
