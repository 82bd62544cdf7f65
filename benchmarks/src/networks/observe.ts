// What a person sees and hears of the others, observed inside the page: when the first sound came,
// how long a face stood still without a word about it, and which words were shown.
import type { Page } from "playwright-core";
import type { WatchedWindow } from "../../../scripts/system/browsers/watch-connections.ts";

export interface Seen {
  /** From the click to audible sound of each connection, the latest of them. Null: not all. */
  readonly soundAfterMs: number | null;
  /** The longest time that a shown picture stood still and nothing on its tile said so. */
  readonly unsaidMs: number;
  /** What stands on tiles now, and what did since the last reading. */
  readonly words: readonly string[];
  /** Pictures shown now. */
  readonly pictures: number;
}

interface ObservedWindow extends WatchedWindow {
  observed?: { clickedAtMs: number | null; soundAtMs: number[]; unsaidMs: number; words: string[]; pictures: number };
}

/**
 * Runs in the page before its scripts. `tiles` are the elements with a video of somebody else (or
 * these videos), `notes` the words on them.
 */
export function installObserver([tiles, notes]: [string, string]): void {
  const observed = {
    clickedAtMs: null as number | null,
    soundAtMs: [] as number[],
    unsaidMs: 0,
    words: [] as string[],
    pictures: 0,
  };
  const page = window as ObservedWindow;
  page.observed = observed;
  const presentedAtMs = new WeakMap<HTMLVideoElement, number>();
  const armed = new WeakSet<HTMLVideoElement>();
  addEventListener("click", () => (observed.clickedAtMs = performance.now()), { capture: true });

  const arm = (video: HTMLVideoElement) => {
    armed.add(video);
    const present = () => {
      presentedAtMs.set(video, performance.now());
      video.requestVideoFrameCallback(present);
    };
    video.requestVideoFrameCallback(present);
  };
  const look = () => {
    observed.pictures = 0;
    for (const tile of document.querySelectorAll<HTMLElement>(tiles)) {
      const video = tile instanceof HTMLVideoElement ? tile : tile.querySelector("video");
      if (video === null) continue;
      if (!armed.has(video)) arm(video);
      const words = [...tile.querySelectorAll<HTMLElement>(notes)].map(({ innerText }) =>
        innerText.replace(/\s+/g, " "),
      );
      for (const said of words) if (said !== "" && !observed.words.includes(said)) observed.words.push(said);
      const lastAtMs = presentedAtMs.get(video);
      if (lastAtMs === undefined) continue;
      const isShown = getComputedStyle(video).opacity !== "0";
      if (isShown) observed.pictures += 1;
      // A picture that was hidden, or of which something is said, starts anew.
      if (!isShown || words.some((said) => said !== "")) presentedAtMs.set(video, performance.now());
      else observed.unsaidMs = Math.max(observed.unsaidMs, performance.now() - lastAtMs);
    }
  };
  const heard = new WeakSet<RTCPeerConnection>();
  const listen = async () => {
    for (const connection of page.connections ?? []) {
      if (heard.has(connection) || connection.connectionState !== "connected") continue;
      for (const stat of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (stat["type"] !== "inbound-rtp" || stat["kind"] !== "audio") continue;
        if (!((stat["totalAudioEnergy"] as number) > 0.0001) || heard.has(connection)) continue;
        heard.add(connection);
        observed.soundAtMs.push(performance.now());
      }
    }
  };
  setInterval(look, 250);
  setInterval(() => void listen(), 100);
}

/** Reads what was seen, and forgets the stills and the words so far. */
export function readSeen(page: Page, others: number): Promise<Seen> {
  return page.evaluate((count) => {
    const { observed } = window as ObservedWindow;
    if (observed === undefined) throw new Error("The page is not observed.");
    const { clickedAtMs, soundAtMs, unsaidMs, words, pictures } = observed;
    observed.unsaidMs = 0;
    observed.words = [];
    const lastAtMs = soundAtMs[count - 1];
    const soundAfterMs = clickedAtMs === null || lastAtMs === undefined ? null : Math.max(0, lastAtMs - clickedAtMs);
    return { soundAfterMs, unsaidMs, words, pictures };
  }, others);
}
