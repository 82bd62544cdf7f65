// What has the focus may vanish: a note that was answered, a row of a list. The focus would fall to
// the page's body, and a keyboard or a screen reader would start again from the top. Here it goes
// to the title of the dialog around it, to the element that the vanished one names, or home.
import { onBeforeUnmount, onMounted } from "vue";

/** Holds the ID of the element that has the focus next, for what vanishes. */
const nextAttribute = "data-focus-next";
const controls = "button, a, input, label, select, summary, textarea";

/** For a screen: what lies over it counts, too. */
export function useKeptFocus(home: () => HTMLElement | null): void {
  const listener = new AbortController();
  const { signal } = listener;
  /** What had the focus last, and everything around it. */
  let path: readonly HTMLElement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

  function remember({ target }: FocusEvent): void {
    const around: HTMLElement[] = [];
    for (let one = target as HTMLElement | null; one !== null; one = one.parentElement) around.push(one);
    path = around;
  }

  function findNext(): HTMLElement | null {
    const dialog = path.find((one) => one.isConnected && one.matches("[role=dialog], dialog"));
    const title = dialog?.querySelector<HTMLElement>("h2[tabindex]");
    if (title) return title;
    const named = path.find((one) => one.hasAttribute(nextAttribute))?.getAttribute(nextAttribute);
    return (named ? document.getElementById(named) : null) ?? home();
  }

  function keep(): void {
    const [last] = path;
    if (last === undefined || last.isConnected || !isNowhere()) return;
    findNext()?.focus();
  }

  /** After whoever removed it has had its turn to say where the focus goes. */
  function keepSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(keep);
  }

  /** A press on a place without a control takes the focus away on purpose. */
  function forgetIfMeant({ target }: PointerEvent): void {
    if (!(target as Element).closest(`${controls}, [tabindex]`)) path = [];
  }

  onMounted(() => {
    window.addEventListener("focusin", remember, { signal });
    window.addEventListener("pointerdown", forgetIfMeant, { signal });
    const observer = new MutationObserver(() => path[0]?.isConnected === false && keepSoon());
    observer.observe(document.body, { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    listener.abort();
  });
}
