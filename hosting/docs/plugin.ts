// Adds the documentation to the build: static pages in each language below /docs, their style and
// script among the hashed assets, openapi.json, and 404.html. Its colours are those of the client.
import { readFileSync } from "node:fs";
import type * as OpenApi from "@meetogram/openapi";
import { runnerImport, type Plugin } from "vite";
import type * as Pages from "./pages.ts";

function read(root: string, path: string): string {
  return readFileSync(`${root}/${path}`, "utf8");
}

export function documentation(root: string): Plugin {
  let script = "";
  return {
    name: "documentation",
    apply: "build",
    buildStart() {
      script = this.emitFile({ type: "chunk", id: `${root}/docs/enhance.ts`, name: "docs" });
    },
    async generateBundle(_options, bundle) {
      // Uses Vite's own loader: Node would not read the contract's TypeScript.
      const [{ module: pages }, { module: openapi }] = await Promise.all([
        runnerImport<typeof Pages>(`${root}/docs/pages.ts`),
        runnerImport<typeof OpenApi>(`${root}/../openapi/src/index.ts`),
      ]);
      const path = this.getFileName(script);
      const chunk = bundle[path];
      const [style] = chunk?.type === "chunk" ? (chunk.viteMetadata?.importedCss ?? []) : [];
      if (style === undefined) throw new Error("The documentation has no style");
      const assets = { script: `/${path}`, style: `/${style}` };
      for (const { fileName, source } of pages.renderPages(assets)) this.emitFile({ type: "asset", fileName, source });
      for (const name of ["security", "signalling"]) {
        this.emitFile({ type: "asset", fileName: `docs/${name}.txt`, source: read(root, `../docs/${name}.md`) });
      }
      this.emitFile({ type: "asset", fileName: "docs/openapi.json", source: openapi.printDocument() });
    },
  };
}
