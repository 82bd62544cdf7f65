// Looks at a page as somebody does who taps with a finger, who has zoomed in, or whom motion makes
// ill. Each function returns a line for each thing that is wrong.
import type { Page } from "playwright-core";

/** WCAG 2.5.5, and what both phone systems ask for, in CSS pixels. */
const leastTarget = 44;
/** Less than a pixel is rounding. */
const slack = 0.6;

/** Controls that are smaller than a finger. A label is part of its control. */
export function listSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ least, controls }) =>
      [...document.querySelectorAll<HTMLElement>(controls)].flatMap((element) => {
        const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        if (!isSeen || element.closest("[inert], .visually-hidden") !== null) return [];
        // A link in a text is as high as the text.
        if (element.matches("a") && getComputedStyle(element).display === "inline") return [];
        const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
        if (width === 0 || (width >= least && height >= least)) return [];
        return [`${element.dataset["testid"] ?? element.className}: ${Math.round(width)}x${Math.round(height)}`];
      }),
    { least: leastTarget - slack, controls: "button, a[href], input, select, summary, textarea" },
  );
}

/** Words and controls beyond the window that nobody can scroll to, and what scrolls sideways. */
export function listCutOff(page: Page): Promise<string[]> {
  return page.evaluate((rounding) => {
    const found = new Set<string>();
    const nameOf = (element: HTMLElement) => element.dataset["testid"] ?? (element.className || element.tagName);
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.add("the page scrolls sideways");

    function canScroll(element: HTMLElement): boolean {
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return true;
      }
      return root.scrollHeight > root.clientHeight;
    }

    for (const element of document.querySelectorAll<HTMLElement>("#app *:not(svg, svg *, video)")) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(".visually-hidden, .squares, [inert]") !== null) continue;
      const isField = element.matches("input, select, textarea");
      if (
        !isField &&
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth
      )
        found.add(`${nameOf(element)} scrolls sideways`);
      const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!hasWords && !isField && !element.matches("button, a")) continue;
      const { top, bottom, left, right, width } = element.getBoundingClientRect();
      if (width === 0) continue;
      if (left < -rounding || right > innerWidth + rounding) found.add(`${nameOf(element)} is cut off at the side`);
      const isBeyond = top < -rounding || bottom > innerHeight + rounding;
      if (isBeyond && !canScroll(element)) found.add(`${nameOf(element)} is cut off`);
    }
    return [...found];
  }, slack);
}

/** What moves although the person has asked for less. Colours may change, a spinner may turn. */
export function listMotion(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { target } = animation.effect as KeyframeEffect;
      if (target?.matches(".spinner, .panel-button-spinner")) return [];
      if (
        animation instanceof CSSTransition &&
        !/transform|width|height|inset|top|left/.test(animation.transitionProperty)
      )
        return [];
      return [`${(target as HTMLElement | null)?.className ?? "something"} moves`];
    }),
  );
}
