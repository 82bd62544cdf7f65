// Something that brings people together one after another: meetogram, or bare pages.
import type { Browser, Page } from "playwright-core";
import type { CaptureSize } from "../../../scripts/system/browsers/limit-capture.ts";

export interface Capture extends CaptureSize {
  readonly framesPerSecond: number;
  /**
   * The number of microphones that are on: those of the first people. In a large room most are off.
   */
  readonly speaking: number;
}

export interface Gathering {
  readonly name: string;
  /** Opens the page of the next person, up to the click. `inside` are the pages already entered. */
  open(browser: Browser, inside: readonly Page[]): Promise<Page>;
  /** Clicks, so that the person enters. */
  enter(page: Page): Promise<void>;
  close(): Promise<void>;
}
