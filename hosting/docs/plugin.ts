// Adds the documentation to the build: a static page per language below /docs, its style and script
// among the hashed assets, and openapi.json. Its colours are those of the client.
import type * as OpenApi from "@meetogram/openapi";
import { runnerImport, type Plugin } from "vite";
import type { DocumentedLanguage } from "./words.ts";
import type * as Page from "./page.ts";

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
      const [{ module: page }, { module: openapi }] = await Promise.all([
        runnerImport<typeof Page>(`${root}/docs/page.ts`),
        runnerImport<typeof OpenApi>(`${root}/../openapi/src/index.ts`),
      ]);
      const path = this.getFileName(script);
      const chunk = bundle[path];
      const [style] = chunk?.type === "chunk" ? (chunk.viteMetadata?.importedCss ?? []) : [];
      if (style === undefined) throw new Error("The documentation has no style");
      const assets = { script: `/${path}`, style: `/${style}` };
      for (const [language, folder] of Object.entries(page.pagePaths)) {
        const source = page.renderPage(language as DocumentedLanguage, assets);
        this.emitFile({ type: "asset", fileName: `${folder.slice(1)}index.html`, source });
      }
      this.emitFile({ type: "asset", fileName: "docs/openapi.json", source: openapi.printDocument() });
    },
  };
}
