// Draws the PNG icons of the installed site from favicon.svg:
// `node --import tsx scripts/draw-icons.ts`.
// A maskable icon fills its square, and keeps the sign in the middle, which no mask cuts off.
// https://www.w3.org/TR/appmanifest/#icon-masks
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "./system/browsers/launch-chromium.ts";

const publicFolder = join(import.meta.dirname, "../hosting/public");
const icons = [
  { name: "192", size: 192, isFull: false },
  { name: "512", size: 512, isFull: false },
  { name: "maskable-512", size: 512, isFull: true },
  { name: "apple-touch", size: 180, isFull: true },
];

const rounded = await readFile(join(publicFolder, "favicon.svg"), "utf8");
const full = rounded.replace(' rx="18"', "").replace(/<path /, '<path transform="translate(8 8) scale(0.75)" ');

await mkdir(join(publicFolder, "icons"), { recursive: true });
const browser = await launchChromium();
try {
  for (const { name, size, isFull } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${isFull ? full : rounded}`);
    await page.screenshot({ path: join(publicFolder, "icons", `${name}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
