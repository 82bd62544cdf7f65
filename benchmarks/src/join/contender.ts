// Something whose join is measured. It takes two people to the point before the click, clicks, and
// returns the time until the first video frame.
import type { Browser } from "playwright-core";

export interface Contender {
  readonly name: string;
  /** One join in fresh contexts, or null when no video came. */
  measure(browser: Browser): Promise<number | null>;
  close(): Promise<void>;
}
