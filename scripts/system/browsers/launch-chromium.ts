// The Chromium of every test and benchmark: headless, and quiet on the network. `CHROMIUM_PATH`
// names another one.
import { chromium, type Browser } from "playwright-core";

const quietArguments = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A fake camera with this frame rate, and a fake microphone that beeps. The default rate is low, so
 * that many people fit on one machine.
 */
export function fakeDevices(framesPerSecond = 8): string {
  return `--use-fake-device-for-media-stream=fps=${framesPerSecond}`;
}

export function chromiumOptions(...furtherArguments: string[]): { executablePath: string; args: string[] } {
  return {
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: [...quietArguments, ...furtherArguments],
  };
}

export function launchChromium(...furtherArguments: string[]): Promise<Browser> {
  return chromium.launch(chromiumOptions(...furtherArguments));
}
