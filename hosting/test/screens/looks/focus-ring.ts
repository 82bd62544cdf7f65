// The ring around what has the focus, measured on every control of a page: 3:1 to what is next to
// it (WCAG 2.2, 1.4.11), and nowhere cut off.
import type { Page } from "playwright-core";

const controls = 'a[href], button, input, select, summary, textarea, [tabindex="0"]';

/** Runs in the page. */
function measureRings(selector: string): string[] {
  const leastContrast = 3;
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];

  function read(colour: string): Colour {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!, alpha! / 255];
  }
  function luminance([red, green, blue]: Colour): number {
    const [r, g, b] = [red, green, blue].map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  }
  function contrast(one: Colour, other: Colour): number {
    const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light! + 0.05) / (dark! + 0.05);
  }
  /** The first that covers what is below it. */
  function surfaceOf(element: Element | null): Colour {
    for (let one = element; one !== null; one = one.parentElement) {
      const colour = read(getComputedStyle(one).backgroundColor);
      if (colour[3] > 0.5) return colour;
    }
    return read(getComputedStyle(document.documentElement).backgroundColor);
  }

  function checkOne(element: HTMLElement): string[] {
    const name = element.dataset["testid"] ?? (element.className || element.tagName);
    // A box that nobody sees has its ring on its label.
    const own = element.matches(".visually-hidden") ? [] : [element];
    const ringed = [...own, element.closest("label"), element.parentElement].find(
      (one) => one && getComputedStyle(one).outlineStyle !== "none" && getComputedStyle(one).outlineWidth !== "0px",
    );
    if (!ringed) return [`${name} has no ring`];
    const style = getComputedStyle(ringed);
    const width = Number.parseFloat(style.outlineWidth);
    const offset = Number.parseFloat(style.outlineOffset);
    const found: string[] = [];
    if (width < 2) found.push(`${name} has a ring of ${width} pixels`);

    // A second ring around it, or inside of it: then that one is next to it.
    const shadow = /^(rgba?\([^)]*\)|color\([^)]*\)) 0px 0px 0px ([\d.]+)px( inset)?$/.exec(style.boxShadow);
    const spread = Number.parseFloat(shadow?.[2] ?? "0");
    const isFramed = offset < 0 ? shadow?.[3] !== undefined && spread >= width - offset - 3 : spread > offset + width;
    const around = isFramed ? read(shadow![1]!) : surfaceOf(offset < 0 ? ringed : ringed.parentElement);
    const ratio = contrast(read(style.outlineColor), around);
    if (ratio < leastContrast) found.push(`${name} has a ring of ${ratio.toFixed(1)}:1`);

    const box = ringed.getBoundingClientRect();
    const reach = Math.max(0, offset + width);
    const isInTopLayer = (one: Element) => one.matches("dialog, :popover-open");
    for (let one: Element | null = ringed.parentElement; one !== null; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const isRoot = one === document.documentElement || one === document.body;
      if (isRoot || (overflowX === "visible" && overflowY === "visible")) continue;
      const clip = one.getBoundingClientRect();
      const [left, top] = [clip.left + one.clientLeft, clip.top + one.clientTop];
      const sides = {
        left: left - (box.left - reach),
        right: box.right + reach - (left + one.clientWidth),
        top: top - (box.top - reach),
        bottom: box.bottom + reach - (top + one.clientHeight),
      };
      for (const [side, cut] of Object.entries(sides)) {
        // Less than a pixel is rounding. What is itself cut off can be scrolled to.
        if (cut > 1 && cut <= reach) found.push(`${name}'s ring is cut off at its ${side}, in ${one.className}`);
      }
      if (isInTopLayer(one)) break;
    }
    return found;
  }

  const before = document.activeElement as HTMLElement | null;
  const found = new Set<string>();
  // A menu closes when the focus leaves it.
  const within = before?.closest("[role=menu], [role=dialog], dialog") ?? document;
  for (const element of within.querySelectorAll<HTMLElement>(selector)) {
    const isSeen = element.checkVisibility({ visibilityProperty: true });
    if (!isSeen || element.matches(":disabled") || element.closest("[inert]") !== null) continue;
    element.focus();
    // Behind a modal dialog nothing takes the focus.
    if (document.activeElement !== element) continue;
    for (const line of checkOne(element)) found.add(line);
  }
  before?.focus();
  return [...found];
}

export async function listPoorRings(page: Page): Promise<string[]> {
  // From here on the page knows that somebody uses the keyboard.
  await page.keyboard.press("Shift+F8");
  return page.evaluate(measureRings, controls);
}
