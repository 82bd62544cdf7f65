// A key that is matched by the character it writes, wherever that is on the keyboard.
import { onScopeDispose } from "vue";

export function useKeyPress(key: string, handle: (event: KeyboardEvent) => void): void {
  const listener = new AbortController();
  window.addEventListener("keydown", (event) => event.key === key && handle(event), { signal: listener.signal });
  onScopeDispose(() => listener.abort());
}
