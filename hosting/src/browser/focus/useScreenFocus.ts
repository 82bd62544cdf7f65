// Where one screen has replaced another, the focus goes to its heading: what had it is gone, and a
// screen reader continues from there.
import { onMounted } from "vue";

/** The browser itself begins at the top of a page that was just opened. */
let isFirst = true;

export function useScreenFocus(): void {
  onMounted(() => {
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!isFirst && heading !== null) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      // The page keeps how far the screen before was scrolled.
      window.scrollTo(0, 0);
    }
    isFirst = false;
  });
}
