// Bundles the functions for deployment, which uploads this folder alone: the contract goes into the bundle, and what is in
// package.json's dependencies stays outside. CommonJS, because the Firebase CLI and the functions framework require() it.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";

const { dependencies } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/index.ts"],
  outfile: "dist/index.cjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  sourcemap: true,
  logLevel: "warning",
});
