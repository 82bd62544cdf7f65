// Something that brings people together, one after the other: meetogram, or bare pages.
import type { Browser, Page } from "playwright-core";
import type { CaptureSize } from "../../../scripts/system/limit-capture.ts";

export interface Capture extends CaptureSize {
  readonly framesPerSecond: number;
  /** So many microphones are on, those of the first who come; in a room of many most are not. */
  readonly speaking: number;
}

export interface Gathering {
  readonly name: string;
  /** The page of the next person, ready to be clicked in; called with those who are inside. */
  open(browser: Browser, inside: readonly Page[]): Promise<Page>;
  /** The click that brings them in. */
  enter(page: Page): Promise<void>;
  close(): Promise<void>;
}
