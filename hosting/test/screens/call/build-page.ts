// Builds the page of the call's suites, or the one that is named, and prints its files: paths with
// their bytes in base64.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { build, type Rollup } from "vite";

const built = (await build({
  configFile: false,
  logLevel: "silent",
  plugins: [vue()],
  build: {
    write: false,
    minify: false,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: {
      input: process.argv[2] ?? fileURLToPath(new URL("page.ts", import.meta.url)),
      output: {
        entryFileNames: "page.js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "page[extname]",
      },
    },
  },
})) as Rollup.RollupOutput;

const files = built.output.map((file) => [
  `/${file.fileName}`,
  Buffer.from(file.type === "chunk" ? file.code : file.source).toString("base64"),
]);
process.stdout.write(JSON.stringify(files));
