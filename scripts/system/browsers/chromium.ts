// Finds the Chromium for the journeys, and installs one where none is found.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { ensureBrowser, installFromDebian, run } from "./install-package.ts";

const candidates = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

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
  return ensureBrowser("Chromium", {
    candidates,
    findElsewhere: findDownloaded,
    install: () => void (installFromDebian("chromium") || installFromPlaywright()),
  });
}
