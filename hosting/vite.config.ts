// The client's build. Nothing may be inlined into a page: the Content-Security-Policy forbids it.
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";
import { chunks } from "./chunks.ts";
import { documentation } from "./docs/plugin.ts";
import { notices, noticesFile } from "./notices.ts";
import { preloading } from "./preloading.ts";
import { shell } from "./shell.ts";

/** Texts bear the name of their language: "de-room", "de-start-choices". */
function nameOf(file: string | null | undefined): string {
  const parts = "page|room|rest|check/words|start/choices";
  const [, language, part = ""] = new RegExp(`/src/messages/([^/]+)/(${parts})\\.ts$`).exec(file ?? "") ?? [];
  return language === undefined ? "[name]" : `${language}-${part.replace("/", "-")}`;
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    vue(),
    preloading(),
    documentation(import.meta.dirname),
    notices(import.meta.dirname),
    shell(import.meta.dirname),
  ],
  // The tools of the repository bring newer ones than the SDK pins, and npm then nests one for each
  // of its packages: 5 kB of copies.
  resolve: {
    alias: {
      "@firebase/app": `${import.meta.dirname}/src/signalling/firestore/sdk/app.ts`,
      "@firebase/webchannel-wrapper/bloom-blob": `${import.meta.dirname}/src/signalling/firestore/sdk/bloom.ts`,
    },
    dedupe: ["@firebase/component", "@firebase/logger", "@firebase/util"],
  },
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
    license: { fileName: noticesFile },
    rollupOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${nameOf(facadeModuleId)}-[hash].js`,
        codeSplitting: chunks(import.meta.dirname),
      },
    },
  },
});
