// Finds the Chromium for the journeys, and installs one where none is found.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { Failure } from "./failure.ts";
import { installFromDebian, run } from "./install-package.ts";

const candidates = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && !existsSync(named))
    throw new Failure(`CHROMIUM_PATH names ${named}, which does not exist.`);
  return named ?? candidates.find((path) => existsSync(path)) ?? findDownloaded();
}

/** The browser of playwright-core, if it was downloaded. */
function findDownloaded(): string | null {
  const playwright = createRequire(import.meta.url)("playwright-core") as { chromium: { executablePath(): string } };
  const path = playwright.chromium.executablePath();
  return existsSync(path) ? path : null;
}

function installFromPlaywright(): boolean {
  const cli = createRequire(import.meta.url).resolve("playwright-core/cli.js");
  return run(process.execPath, [cli, "install", "chromium"]);
}

/** Returns the path of a Chromium. Throws a Failure that says how to name one. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  console.log("Installing Chromium …");
  if (!installFromDebian("chromium")) installFromPlaywright();
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Failure(
    "No Chromium was found or could be installed. Install one and name it: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}
