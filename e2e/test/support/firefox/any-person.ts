// What a journey needs of a person in any browser. Playwright's pages are such pages as they are.
// Playwright does not drive a stock Firefox: firefox-page.ts is the same over Puppeteer.
import type { Page } from "playwright-core";

export interface AnyLocator {
  /** By default until the element is visible. */
  waitFor(options?: { readonly state?: "visible" | "detached" }): Promise<void>;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  press(key: "Enter"): Promise<void>;
  count(): Promise<number>;
  innerText(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
}

export interface AnyPage extends Pick<Page, "evaluate" | "url"> {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  bringToFront(): Promise<void>;
  close(options: { readonly runBeforeUnload: boolean }): Promise<void>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  getByTestId(testID: string): AnyLocator;
  /** By a CSS selector. */
  locator(selector: string): AnyLocator;
}

export interface AnyPerson {
  readonly page: AnyPage;
  /** The origin at which this person's browser opens the client. */
  readonly origin: string;
  /** The URL of every request that the page has made. */
  readonly requests: readonly string[];
  /** What the page threw, and violations of its Content-Security-Policy. */
  readonly errors: readonly string[];
}
