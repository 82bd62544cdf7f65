// Serves the gallery and the page of the call's suites, built from their sources once for all
// suites of a run.
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

const writePage = (script: string, beside = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>call</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"></head>
<body>${beside}<div id="app"></div><script type="module" src="/${script}.js"></script></body></html>`;

/** Behind the start screen, as in index.html. */
const squares = `<div class="squares" aria-hidden="true">${"<i></i>".repeat(8)}</div>`;

async function build(): Promise<Map<string, Buffer>> {
  const script = fileURLToPath(new URL("build-gallery.ts", import.meta.url));
  // In a process of its own: what loads the tests hides import.meta.glob from Vite.
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], { maxBuffer: 2 ** 26 });
  const files = JSON.parse(stdout) as [path: string, base64: string][];
  return new Map(files.map(([path, base64]) => [path, Buffer.from(base64, "base64")]));
}

let built: ReturnType<typeof build> | null = null;

export interface ServedGallery {
  readonly port: number;
  close(): void;
}

/** The gallery is at /gallery. Every other address shows the page of the call's suites. */
export async function serveGallery(): Promise<ServedGallery> {
  const files = await (built ??= build());
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("content-type", types[extname(pathname)] ?? "text/html; charset=utf-8");
    const isGallery = pathname === "/gallery";
    response.end(files.get(pathname) ?? (isGallery ? writePage("gallery", squares) : writePage("page")));
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}
