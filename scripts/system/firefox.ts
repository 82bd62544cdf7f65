// Finds the Firefox for the journeys in it, and installs one where none is found.
import { existsSync } from "node:fs";
import { Failure } from "./failure.ts";
import { installFromDebian } from "./install-package.ts";

const candidates = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/usr/local/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

function findFirefox(): string | null {
  const named = process.env["FIREFOX_PATH"];
  if (named !== undefined && !existsSync(named))
    throw new Failure(`FIREFOX_PATH names ${named}, which does not exist.`);
  return named ?? candidates.find((path) => existsSync(path)) ?? null;
}

/** Returns the path of a Firefox. Throws a Failure that says how to name one. */
export function ensureFirefox(): string {
  const found = findFirefox();
  if (found !== null) return found;
  console.log("Installing Firefox …");
  installFromDebian("firefox-esr");
  const installed = findFirefox();
  if (installed !== null) return installed;
  throw new Failure(
    "No Firefox was found or could be installed. Install one and name it: FIREFOX_PATH=/path/to/firefox npm test",
  );
}
