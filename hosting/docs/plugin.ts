// Adds the documentation to the build: a static page per language below /docs, its style and script
// among the hashed assets, and openapi.json. Its colours come from the start screen's style.
import { readFileSync } from "node:fs";
import type * as OpenApi from "@meetogram/openapi";
import { runnerImport, type Plugin } from "vite";
import type { DocumentedLanguage } from "./words.ts";
import type * as Page from "./page.ts";

function read(root: string, path: string): string {
  return readFileSync(`${root}/${path}`, "utf8");
}

function readStyle(root: string): string {
  const [variables = ""] = /:root \{[^}]*\}/.exec(read(root, "src/ui/start.css")) ?? [];
  return `${variables}\n${read(root, "docs/docs.css")}`;
}

export function documentation(root: string): Plugin {
  let script = "";
  let style = "";
  return {
    name: "documentation",
    apply: "build",
    buildStart() {
      script = this.emitFile({ type: "chunk", id: `${root}/docs/enhance.ts`, name: "docs" });
      style = this.emitFile({ type: "asset", name: "docs.css", source: readStyle(root) });
    },
    async generateBundle() {
      // Uses Vite's own loader: Node would not read the contract's TypeScript.
      const [{ module: page }, { module: openapi }] = await Promise.all([
        runnerImport<typeof Page>(`${root}/docs/page.ts`),
        runnerImport<typeof OpenApi>(`${root}/../openapi/src/index.ts`),
      ]);
      const assets = { script: `/${this.getFileName(script)}`, style: `/${this.getFileName(style)}` };
      for (const [language, path] of Object.entries(page.pagePaths)) {
        const source = page.renderPage(language as DocumentedLanguage, assets);
        this.emitFile({ type: "asset", fileName: `${path.slice(1)}index.html`, source });
      }
      this.emitFile({ type: "asset", fileName: "docs/openapi.json", source: openapi.printDocument() });
    },
  };
}
