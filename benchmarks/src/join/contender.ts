// Something whose join is measured: it brings two people to the point before the click, clicks, and tells how long the picture took.
import type { Browser } from "playwright-core";

export interface Contender {
  readonly name: string;
  /** One join in fresh contexts; null when no picture came. */
  measure(browser: Browser): Promise<number | null>;
  close(): Promise<void>;
}
