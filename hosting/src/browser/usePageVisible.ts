// Whether the page can be seen.
import { onScopeDispose, readonly, ref } from "vue";

export function usePageVisible() {
  const isVisible = ref(document.visibilityState !== "hidden");
  const listener = new AbortController();
  const read = () => (isVisible.value = document.visibilityState !== "hidden");
  document.addEventListener("visibilitychange", read, { signal: listener.signal });
  onScopeDispose(() => listener.abort());
  return readonly(isVisible);
}
