// A page whose controls are reached and pressed by the keyboard alone, although its caller clicks:
// Tab to the control, the arrows inside of a bar, a menu or a list of tabs, then Enter. After each
// press it says where the focus is lost.
import type { Locator, Page } from "playwright-core";

const mostSteps = 120;
/** Until then a screen may still decide where the focus goes on. */
const settledAfterMs = 3_000;

/** Empty where all is well. Runs in the page. */
function explainLoss(): string {
  const focused = document.activeElement as HTMLElement | null;
  if (focused === null || focused === document.body) return "the focus is nowhere";
  const name = focused.dataset["testid"] ?? (focused.className || focused.tagName);
  // A heading for screen readers is no place that anybody looks for.
  if (focused.matches("h1[tabindex], h2[tabindex]")) return "";
  const { left, right, top, bottom } = (focused.closest("label") ?? focused).getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((part) =>
    [0.1, 0.5, 0.9].map((other) => [left + (right - left) * part, top + (bottom - top) * other] as const),
  );
  const isSeen = points.some(([x, y]) => {
    const over = document.elementFromPoint(x, y);
    return (
      over !== null && (focused.contains(over) || over.contains(focused) || over.closest("label")?.contains(focused))
    );
  });
  return isSeen ? "" : `${name} has the focus behind something`;
}

/** Waits until the focus is somewhere in sight. Returns what is wrong when it never is. */
export async function findLoss(page: Page): Promise<string> {
  for (const beganAt = Date.now(); ;) {
    const loss = await page.evaluate(explainLoss);
    if (loss === "" || Date.now() - beganAt > settledAfterMs) return loss;
  }
}

/** The key that leads on towards an element, or null where the focus is. Runs in the page. */
function nextKey(wanted: Element): string | null {
  const focused = document.activeElement;
  if (focused === wanted) return null;
  for (const [around, key] of [
    ["[role=menu]", "ArrowDown"],
    ["[role=toolbar]", "ArrowRight"],
    ["[role=tablist]", "ArrowRight"],
  ] as const) {
    const whole = wanted.closest(around);
    if (whole !== null && whole.contains(focused)) return key;
  }
  return "Tab";
}

export interface KeyboardPage {
  /** For whoever clicks. */
  readonly page: Page;
  /** What went wrong since the last time. */
  takeFaults(): string[];
}

export function withKeyboardOnly(page: Page): KeyboardPage {
  const faults: string[] = [];

  async function press(target: Locator): Promise<void> {
    await target.waitFor();
    const name = (await target.getAttribute("data-testid")) ?? "a control";
    for (let step = 0; ; step++) {
      const key = await target.evaluate(nextKey);
      if (key === null) break;
      if (step === mostSteps) throw new Error(`No key leads to ${name}`);
      await page.keyboard.press(key);
    }
    await page.keyboard.press("Enter");
    const loss = await findLoss(page);
    if (loss !== "") faults.push(`after ${name}: ${loss}`);
  }

  const locate = (locator: Locator): Locator =>
    new Proxy(locator, {
      get(of, name) {
        if (name === "click") return () => press(of);
        const value: unknown = Reflect.get(of, name);
        if (typeof value !== "function") return value;
        const call = value.bind(of) as (...given: unknown[]) => unknown;
        if (!["first", "last", "nth", "locator", "getByRole"].includes(String(name))) return call;
        return (...given: unknown[]) => locate(call(...given) as Locator);
      },
    });

  const proxy = new Proxy(page, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name);
      if (typeof value !== "function") return value;
      const call = value.bind(of) as (...given: unknown[]) => unknown;
      if (name !== "getByTestId" && name !== "locator") return call;
      return (...given: unknown[]) => locate(call(...given) as Locator);
    },
  });
  return { page: proxy, takeFaults: () => faults.splice(0) };
}
