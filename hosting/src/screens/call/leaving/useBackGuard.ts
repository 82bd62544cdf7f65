// Back asks first. An entry of the session history, for the same address, stands above the call's
// own: Back takes that one away, and the call goes on. What lies over the call closes instead.
import { onBeforeUnmount, ref } from "vue";
import { closeLastOpened } from "../../../browser/focus/useClosedByBack.ts";
import { onFirstPaint } from "../../../browser/useFirstPaint.ts";
import { useWindowListener } from "../../../browser/useWindowListener.ts";

const field = "inCall";

/** Survives a reload, as the entry does. */
function isGuarded(): boolean {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && field in state;
}

export function useBackGuard() {
  const isAsking = ref(false);

  onFirstPaint(() => {
    if (isGuarded()) return;
    try {
      history.pushState({ ...(history.state as object | null), [field]: true }, "");
    } catch {
      // Too many in a short time (Safari). Back leaves at once.
    }
  });
  // Forward comes back to the entry, and asks nothing.
  useWindowListener("popstate", () => {
    if (isGuarded() || !closeLastOpened()) isAsking.value = !isGuarded();
    else history.forward();
  });
  onBeforeUnmount(() => {
    if (isGuarded()) history.back();
  });

  return {
    isAsking,
    /** Back would ask again. */
    stay(): void {
      isAsking.value = false;
      history.forward();
    },
  };
}
