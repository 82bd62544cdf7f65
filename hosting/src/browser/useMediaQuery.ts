// A media query as a ref. False where the browser does not answer it.
import { onScopeDispose, readonly, ref } from "vue";

export function useMediaQuery(query: string) {
  const list = askBrowser(query);
  const matches = ref(list?.matches ?? false);
  const listener = new AbortController();
  list?.addEventListener("change", () => (matches.value = list.matches), { signal: listener.signal });
  onScopeDispose(() => listener.abort());
  return readonly(matches);
}

function askBrowser(query: string): MediaQueryList | null {
  try {
    return window.matchMedia(query);
  } catch {
    return null;
  }
}
