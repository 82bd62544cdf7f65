// Bundles the functions for deployment, which uploads this folder only. The bundle includes the
// contract, but not the dependencies in package.json. CommonJS, because the Firebase CLI and the
// functions framework load it by require().
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
