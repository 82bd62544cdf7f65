// Finds WebKitGTK for the tests before a call, and installs it on Debian where it is missing.
import { existsSync } from "node:fs";
import { installFromDebian } from "./install-package.ts";

export interface WebKit {
  readonly driver: string;
  readonly browser: string;
}

const drivers = ["/usr/bin/WebKitWebDriver"];
const browsers = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
/** It has no headless mode: it draws on a display that nobody sees. */
const display = "/usr/bin/Xvfb";

function find(): WebKit | null {
  const [driver] = drivers.filter((path) => existsSync(path));
  const [browser] = browsers.filter((path) => existsSync(path));
  return driver === undefined || browser === undefined || !existsSync(display) ? null : { driver, browser };
}

/** Null where it is not, and cannot be installed: it is no browser of people. */
export function ensureWebKit(): WebKit | null {
  return find() ?? (installFromDebian("webkit2gtk-driver", "xvfb") ? find() : null);
}
