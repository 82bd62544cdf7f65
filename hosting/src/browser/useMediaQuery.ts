// A media query as a ref.
import { onScopeDispose, readonly, ref } from "vue";

export function useMediaQuery(query: string) {
  const list = window.matchMedia(query);
  const matches = ref(list.matches);
  const listener = new AbortController();
  list.addEventListener("change", () => (matches.value = list.matches), { signal: listener.signal });
  onScopeDispose(() => listener.abort());
  return readonly(matches);
}
