// The client's build. Nothing inline may reach the page (the Content-Security-Policy forbids it), and the start screen's
// chunk is preloaded beside the entry, so that the small first script costs no round trip.
import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin } from "vite";
import { documentation } from "./docs/plugin.ts";

/** Lets the browser fetch the application together with the entry that imports it. */
function preloadApplication(): Plugin {
  return {
    name: "preload-application",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === "chunk");
        const application = chunks.find((chunk) => chunk.facadeModuleId?.endsWith("/views/mount-app.ts"));
        if (application === undefined) return [];
        const needed = new Set([application.fileName]);
        for (const fileName of needed) {
          const chunk = chunks.find((candidate) => candidate.fileName === fileName);
          for (const imported of chunk?.imports ?? []) needed.add(imported);
        }
        // Asked for by the script that imports it, a style would come a round trip later.
        const styles = [...needed].flatMap((fileName) => {
          const chunk = chunks.find((candidate) => candidate.fileName === fileName);
          return chunk === undefined || chunk.isEntry ? [] : [...(chunk.viteMetadata?.importedCss ?? [])];
        });
        const styleTags = styles.map((fileName) => ({
          tag: "link",
          attrs: { rel: "preload", as: "style", crossorigin: true, href: `/${fileName}` },
          injectTo: "head" as const,
        }));
        const scriptTags = [...needed]
          .filter((fileName) => !chunks.some((chunk) => chunk.isEntry && chunk.fileName === fileName))
          .map((fileName) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
            injectTo: "head" as const,
          }));
        return [...scriptTags, ...styleTags];
      },
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue(), preloadApplication(), documentation(import.meta.dirname)],
  define: {
    __VUE_OPTIONS_API__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  build: {
    target: "es2022",
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
