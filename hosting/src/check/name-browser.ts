// A browser and its system, read from the user agent. For a report only: nothing may depend on it.
import type { Word } from "./finding.ts";

export interface NamedBrowser {
  readonly browser: Word | null;
  /** 0 where it is not told. */
  readonly version: number;
  readonly system: Word | null;
}

/** The first that fits: most name others, too. */
const browsers: readonly (readonly [RegExp, Word])[] = [
  [/(?:Firefox|FxiOS)\/(\d+(?:\.\d+)?)/, "Firefox"],
  [/(?:Edg|EdgA|EdgiOS)\/(\d+)/, "Edge"],
  [/OPR\/(\d+)/, "Opera"],
  [/SamsungBrowser\/(\d+)/, "Samsung Internet"],
  [/(?:Chrome|Chromium|HeadlessChrome|CriOS)\/(\d+)/, "Chromium"],
  // MiniBrowser of WebKitGTK and others say Safari, on systems that have none.
  [/(?:Macintosh|iPhone|iPad).*Version\/(\d+(?:\.\d+)?).*Safari\//, "Safari"],
  [/Version\/(\d+(?:\.\d+)?).*Safari\//, "WebKit"],
  [/AppleWebKit\/(\d+)/, "WebKit"],
];

const systems: readonly (readonly [RegExp, Word])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/CrOS/, "ChromeOS"],
  [/Windows/, "Windows"],
  [/Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** An iPad says that it is a Mac. No Mac has a touch screen. */
export function nameBrowser(userAgent: string, maxTouchPoints = 0): NamedBrowser {
  const [, system = null] = systems.find(([pattern]) => pattern.test(userAgent)) ?? [];
  for (const [pattern, browser] of browsers) {
    const found = pattern.exec(userAgent);
    if (found === null) continue;
    const version = Number(found[1]);
    return { browser, version, system: system === "macOS" && maxTouchPoints > 1 ? "iPad" : system };
  }
  return { browser: null, version: 0, system };
}
