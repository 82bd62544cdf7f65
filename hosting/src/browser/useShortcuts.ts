// Keys that act while a lobby or a call is shown. A letter needs Alt, unless the person has
// switched single letters on: somebody who speaks to the computer would press them by accident
// (WCAG 2.1.4). Keys are matched by their place, so that they work in every keyboard layout.
import { readonly, ref } from "vue";
import { local } from "./storage.ts";
import { useWindowListener } from "./useWindowListener.ts";

interface KeyPress {
  readonly code: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

const storageKey = "singleLetters";
const areLettersOn = ref(local.read(storageKey) === "on");

export function isTyping(target: EventTarget | null): boolean {
  const element = target as { tagName?: string; isContentEditable?: boolean } | null;
  return element?.isContentEditable === true || /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? "");
}

export function isShortcut(press: KeyPress, lettersAct: boolean): boolean {
  if (press.repeat || press.ctrlKey || press.metaKey) return false;
  return press.altKey || (lettersAct && !isTyping(press.target));
}

/** `KeyM` and the like. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  useWindowListener("keydown", (event) => {
    const action = actions[event.code];
    if (action === undefined || !isShortcut(event, areLettersOn.value)) return;
    event.preventDefault();
    action();
  });
}

export function useSingleLetters() {
  return {
    areLettersOn: readonly(areLettersOn),
    setLetters(isOn: boolean): void {
      areLettersOn.value = isOn;
      if (isOn) local.write(storageKey, "on");
      else local.remove(storageKey);
    },
  };
}
