// A toolbar is one stop of the Tab key: arrow keys, Home and End move inside it, and Tab comes back
// to where the focus was. https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
import { onBeforeUnmount, onMounted, type Ref } from "vue";

/** Its buttons may come and go, also those of components inside. */
export function useRovingFocus(toolbar: Readonly<Ref<HTMLElement | null>>): void {
  const listener = new AbortController();
  const { signal } = listener;
  let current: HTMLElement | undefined;

  const listButtons = () =>
    [...(toolbar.value?.querySelectorAll<HTMLElement>("button") ?? [])].filter((button) => button.checkVisibility());

  function update(): void {
    const buttons = listButtons();
    if (current === undefined || !buttons.includes(current)) current = buttons[0];
    for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
  }

  function indexAfter(key: string, index: number, count: number): number | null {
    const isRightToLeft = toolbar.value !== null && getComputedStyle(toolbar.value).direction === "rtl";
    const step = isRightToLeft ? -1 : 1;
    if (key === "ArrowRight") return (index + step + count) % count;
    if (key === "ArrowLeft") return (index - step + count) % count;
    if (key === "Home") return 0;
    return key === "End" ? count - 1 : null;
  }

  function handleKey(event: KeyboardEvent): void {
    // Alt with an arrow is the browser's Back.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const buttons = listButtons();
    const index = buttons.findIndex((button) => button.contains(event.target as Node));
    const next = index === -1 ? null : indexAfter(event.key, index, buttons.length);
    if (next === null) return;
    event.preventDefault();
    buttons[next]!.focus();
  }

  onMounted(() => {
    const element = toolbar.value;
    if (element === null) return;
    const handleFocus = ({ target }: FocusEvent) => {
      current = listButtons().find((button) => button.contains(target as Node)) ?? current;
      update();
    };
    element.addEventListener("focusin", handleFocus, { signal });
    element.addEventListener("keydown", handleKey, { signal });
    const observer = new MutationObserver(update);
    observer.observe(element, { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
    update();
  });
  onBeforeUnmount(() => listener.abort());
}
