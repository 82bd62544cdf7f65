// The whole page in full screen, so that the controls and every note stay with the pictures.
import { onScopeDispose, readonly, ref } from "vue";

/** Safari on an iPhone has no full screen for pages, and none of these properties. */
const isPageFilled = () => (document.fullscreenElement ?? null) !== null;

export function useFullScreen() {
  const isFilled = ref(isPageFilled());
  const scope = new AbortController();
  const { signal } = scope;
  document.addEventListener("fullscreenchange", () => (isFilled.value = isPageFilled()), {
    signal,
  });
  onScopeDispose(() => scope.abort());

  return {
    canFill: document.fullscreenEnabled === true,
    isFilled: readonly(isFilled),
    toggleFullScreen(): void {
      const change = isFilled.value ? document.exitFullscreen() : document.documentElement.requestFullscreen();
      // Only the browser's own rules refuse this. The page then stays as it is.
      change.catch(() => undefined);
    },
  };
}
