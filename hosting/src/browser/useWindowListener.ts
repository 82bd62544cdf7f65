// Listens to the window for as long as the scope of the caller lasts.
import { onScopeDispose } from "vue";

export function useWindowListener<Type extends keyof WindowEventMap>(
  type: Type,
  handle: (event: WindowEventMap[Type]) => void,
  options: { capture?: boolean } = {},
): void {
  const listener = new AbortController();
  window.addEventListener(type, handle, { ...options, signal: listener.signal });
  onScopeDispose(() => listener.abort());
}
