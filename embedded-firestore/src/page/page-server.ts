// The page for people at /ui. Static files with a strict policy: nothing from elsewhere, and no
// other page may show it in a frame.

import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";

const types = {
  "page.html": "text/html; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "documents.js": "text/javascript; charset=utf-8",
  "words.js": "text/javascript; charset=utf-8",
} as const;

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** False if there is nothing at this path. */
export function servePage(path: string, response: ServerResponse): boolean {
  const name = /^\/ui\/?$/.test(path) ? "page.html" : path.slice("/ui/".length);
  if (!Object.hasOwn(types, name)) return false;
  response.setHeader("Content-Type", types[name as keyof typeof types]);
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cache-Control", "no-cache");
  response.end(readFileSync(new URL(`./files/${name}`, import.meta.url)));
  return true;
}
