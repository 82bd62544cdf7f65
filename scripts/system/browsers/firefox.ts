// Finds the Firefox for the journeys in it, and installs one where none is found.
import { ensureBrowser, installFromDebian } from "./install-package.ts";

const candidates = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/usr/local/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** Returns the path of a Firefox. Throws a Failure that says how to name one. */
export function ensureFirefox(): string {
  return ensureBrowser("Firefox", { candidates, install: () => void installFromDebian("firefox-esr") });
}
