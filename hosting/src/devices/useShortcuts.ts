// Single keys that act while a lobby or a call is shown. Keys are matched by their place, so that M
// and V work in every keyboard layout. They do nothing while somebody types.
import { onScopeDispose } from "vue";

interface KeyPress {
  readonly code: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

export function isShortcut(press: KeyPress): boolean {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey) return false;
  const target = press.target as { tagName?: string; isContentEditable?: boolean } | null;
  return !(target?.isContentEditable === true || /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? ""));
}

export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const listener = new AbortController();
  window.addEventListener(
    "keydown",
    (event) => {
      const action = actions[event.code];
      if (action === undefined || !isShortcut(event)) return;
      event.preventDefault();
      action();
    },
    { signal: listener.signal },
  );
  onScopeDispose(() => listener.abort());
}
