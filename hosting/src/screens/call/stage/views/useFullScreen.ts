// The whole page in full screen, so that the controls and every note stay with the pictures.
import { onScopeDispose, readonly, ref } from "vue";

export function useFullScreen() {
  const isFilled = ref(document.fullscreenElement !== null);
  const scope = new AbortController();
  const { signal } = scope;
  document.addEventListener("fullscreenchange", () => (isFilled.value = document.fullscreenElement !== null), {
    signal,
  });
  onScopeDispose(() => scope.abort());

  return {
    canFill: document.fullscreenEnabled,
    isFilled: readonly(isFilled),
    toggleFullScreen(): void {
      const change = isFilled.value ? document.exitFullscreen() : document.documentElement.requestFullscreen();
      // Only the browser's own rules refuse this. The page then stays as it is.
      change.catch(() => undefined);
    },
  };
}
