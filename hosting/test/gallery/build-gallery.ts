// Builds the gallery, and the page of the call's suites, which shares most of it; or the page that
// is named. Prints the files: paths with their bytes in base64.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { build, type Rollup } from "vite";

const entry = (path: string) => fileURLToPath(new URL(`../../gallery/${path}`, import.meta.url));
const [, , named] = process.argv;

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
      input: named === undefined ? { page: entry("call-page.ts"), gallery: entry("main.ts") } : { page: named },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: ({ names }) => (names[0]?.endsWith(".css") ? "page.css" : "[name]-[hash][extname]"),
      },
    },
  },
})) as Rollup.RollupOutput;

const files = built.output.map((file) => [
  `/${file.fileName}`,
  Buffer.from(file.type === "chunk" ? file.code : file.source).toString("base64"),
]);
process.stdout.write(JSON.stringify(files));
