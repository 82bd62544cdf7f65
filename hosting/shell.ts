// Builds the service worker, and gives it the list of what it keeps: the pages, and every script
// and style. A revision is of use only where the name has no hash.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin, Rollup } from "vite";

const workerFile = "service-worker.js";
const placeOfList = "__SHELL__";
const pages = ["index.html", "room.html"];

/** It comes before the first paint, and is copied as it is. */
const themeScript = "assets/theme.js";

function revisionOf(source: string | Uint8Array): string {
  return createHash("sha256").update(source).digest("hex").slice(0, 16);
}

function listShell(root: string, bundle: Rollup.OutputBundle): { url: string; revision: string | null }[] {
  // Nobody needs the documentation or the check without a network.
  const isApart = /^assets\/(?:docs-|CheckView-|[\w-]+-check-)/;
  const assets = Object.keys(bundle).filter((name) => /^assets\/.*\.(?:js|css)$/.test(name) && !isApart.test(name));
  return [
    ...pages.map((name) => {
      const page = bundle[name];
      if (page?.type !== "asset") throw new Error(`There is no ${name} to keep`);
      return { url: `/${name}`, revision: revisionOf(page.source) };
    }),
    { url: `/${themeScript}`, revision: revisionOf(readFileSync(`${root}/public/${themeScript}`)) },
    ...assets.sort().map((name) => ({ url: `/${name}`, revision: null })),
  ];
}

export function shell(root: string): Plugin {
  return {
    name: "shell",
    apply: "build",
    enforce: "post",
    buildStart() {
      this.emitFile({
        type: "chunk",
        id: `${root}/src/service-worker/service-worker.ts`,
        fileName: workerFile,
      });
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle[workerFile];
        if (worker?.type !== "chunk") throw new Error("There is no service worker");
        if (worker.imports.length > 0) throw new Error(`The service worker imports ${worker.imports.join(", ")}`);
        worker.code = worker.code.replace(placeOfList, () => JSON.stringify(listShell(root, bundle)));
      },
    },
  };
}
