// Builds dist/, the package as it is published: two modules, their declarations, and a manifest.
// The manifest of this folder is private and points to the source, so that the repository needs no
// build.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { format } from "oxfmt";
import { createDeclarations } from "./declarations.mjs";

const folder = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const dist = `${folder}/dist`;

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await build({
  entryPoints: [`${folder}/src/index.ts`, `${folder}/src/element.ts`],
  outdir: dist,
  bundle: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  logLevel: "warning",
});
for (const [name, text] of createDeclarations(folder)) {
  const { code } = await format(name, text, { printWidth: 120 });
  await writeFile(`${dist}/${name}`, code);
}

const { name, version, description, keywords, license, type, engines } = JSON.parse(
  await readFile(`${folder}/package.json`, "utf8"),
);
const published = {
  ...{ name, version, description, keywords, license, type, engines },
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./element": { types: "./element.d.ts", default: "./element.js" },
  },
  types: "./index.d.ts",
  files: ["*.js", "*.d.ts"],
  sideEffects: ["./element.js"],
  publishConfig: { access: "public" },
};
await writeFile(`${dist}/package.json`, `${JSON.stringify(published, undefined, 2)}\n`);
await copyFile(`${folder}/README.md`, `${dist}/README.md`);
await copyFile(`${folder}/../LICENSE`, `${dist}/LICENSE`);
