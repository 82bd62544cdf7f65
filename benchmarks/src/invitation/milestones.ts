// When a page reached each milestone, by its own clock, since the start of the navigation.
import type { Page } from "playwright-core";

export const milestones = ["start", "lobby", "preview", "ready", "peer"] as const;
export type Milestone = (typeof milestones)[number];

interface Watching extends Window {
  reached?: Partial<Record<Milestone, number>>;
}

/** Runs in the page before its scripts. */
export function installMilestones(): void {
  const reached: NonNullable<Watching["reached"]> = ((window as Watching).reached = {});
  const seen = new WeakSet<HTMLVideoElement>();
  const isShown = (selector: string) => document.querySelector(selector) !== null;
  const check = () => {
    // The document itself paints the button. Once it has its text, it accepts a press.
    if ((document.querySelector('[data-testid="go"]')?.textContent ?? "") !== "") reached.start ??= performance.now();
    if (isShown('[data-testid="lobby"]')) reached.lobby ??= performance.now();
    const video = document.querySelector<HTMLVideoElement>('[data-testid="lobby"] video');
    if (video !== null && !seen.has(video)) {
      seen.add(video);
      video.requestVideoFrameCallback((nowMs) => (reached.preview ??= nowMs));
    }
    if (isShown('[data-testid="lobby"][data-step="ready"]')) reached.ready ??= performance.now();
  };
  new MutationObserver(check).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-step"],
  });
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") reached.peer ??= performance.now();
      });
    }
  };
}

/** Milliseconds until the milestone, or null if it was not reached within 30 s. */
export async function readMilestone(page: Page, wanted: Milestone): Promise<number | null> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const atMs = await page.evaluate((name) => (window as Watching).reached?.[name], wanted);
    if (atMs !== undefined) return atMs;
    await page.waitForTimeout(50);
  }
  return null;
}
