// What the check of a device finds. A finding holds numbers and words of closed lists only, so a
// report of it cannot hold an address, a name, an ID or the label of a device.

export const lines = [
  "browser",
  "features",
  "storage",
  "camera",
  "microphone",
  "speakers",
  "codecs",
  "sealing",
  "server",
  "firestore",
  "network",
  "call",
] as const;
export type Line = (typeof lines)[number];

/** "look": it works, or may work, and something about it is worth a look. */
export type Verdict = "ok" | "look" | "failed";

/** Every word that a finding may hold. */
export const words = [
  // Browsers and systems.
  ...["Chromium", "Edge", "Firefox", "Opera", "Safari", "Samsung Internet", "WebKit"],
  ...["Android", "ChromeOS", "iPad", "iPhone", "Linux", "macOS", "Windows"],
  // What a page needs, or can use.
  ...["https", "WebRTC", "Web Crypto", "Clipboard", "Full screen", "Notifications", "Picture-in-Picture"],
  ...["Private file system", "Recording", "Screen sharing", "Speaker choice", "Wake lock", "Web Locks"],
  // Codecs.
  ...["AV1", "H264", "H265", "VP8", "VP9", "Opus"],
] as const;
export type Word = (typeof words)[number];

export type Figure = number | readonly Word[];

export interface Finding {
  readonly line: Line;
  readonly verdict: Verdict;
  /** What it is, in a word that names a text of the page. */
  readonly code: string;
  /** In the order in which a text says them. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export function find(line: Line, verdict: Verdict, code: string, figures: Finding["figures"] = {}): Finding {
  return { line, verdict, code, figures };
}
