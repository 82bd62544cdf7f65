// Something small above the page, a menu. It closes when the focus or a press goes elsewhere, and
// after Esc wherever the focus is. A focus inside returns to what has opened it.
import { onBeforeUnmount, onMounted, type Ref } from "vue";
import { useWindowListener } from "../useWindowListener.ts";

export function useDismissal(
  element: Readonly<Ref<HTMLElement | null>>,
  opener: () => Element | null,
  close: () => void,
): { closeAndReturn: () => void } {
  const listener = new AbortController();

  function closeUnlessInside({ target }: Event): void {
    const isInside = target instanceof Node && (element.value?.contains(target) || opener()?.contains(target));
    if (!isInside) close();
  }

  function focusOpener(): void {
    const element = opener();
    if (element instanceof HTMLElement) element.focus();
  }

  function closeAndReturn(): void {
    focusOpener();
    close();
  }

  // A popup above it has handled its own Esc. A panel below it stays open.
  useWindowListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      closeAndReturn();
    },
    { capture: true },
  );
  onMounted(() => {
    window.addEventListener("pointerdown", closeUnlessInside, listener);
    window.addEventListener("focusin", closeUnlessInside, listener);
  });
  onBeforeUnmount(() => {
    listener.abort();
    // A choice has closed it.
    if (element.value?.contains(document.activeElement)) focusOpener();
  });

  return { closeAndReturn };
}
