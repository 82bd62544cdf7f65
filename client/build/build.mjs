// Builds dist/, the package as it is published: three entries, their declarations, and a manifest.
// The manifest of this folder is private and points to the source, so that the repository needs no
// build. Modules that entries share are files of their own: an `ApiError` is the same class in all.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { format } from "oxfmt";
import { createDeclarations } from "./declarations.mjs";

const folder = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const dist = `${folder}/dist`;

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const { metafile } = await build({
  entryPoints: {
    index: `${folder}/src/index.ts`,
    element: `${folder}/src/element.ts`,
    room: `${folder}/src/room/index.ts`,
  },
  outdir: dist,
  absWorkingDir: folder,
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  external: ["firebase/*"],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  metafile: true,
  logLevel: "warning",
});
for (const [name, text] of createDeclarations(folder)) {
  const { code } = await format(name, text, { printWidth: 120 });
  await mkdir(dirname(`${dist}/${name}`), { recursive: true });
  await writeFile(`${dist}/${name}`, code);
}

const manifest = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
const { name, version, description, keywords, license, type, engines } = manifest;
const { peerDependencies, peerDependenciesMeta } = manifest;
const published = {
  ...{ name, version, description, keywords, license, type, engines, peerDependencies, peerDependenciesMeta },
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./element": { types: "./element.d.ts", default: "./element.js" },
    "./room": { types: "./room/index.d.ts", default: "./room.js" },
  },
  types: "./index.d.ts",
  files: ["*.js", "**/*.d.ts", "third-party-notices.txt"],
  sideEffects: ["./element.js"],
  publishConfig: { access: "public" },
};
await writeFile(`${dist}/package.json`, `${JSON.stringify(published, undefined, 2)}\n`);
await copyFile(`${folder}/README.md`, `${dist}/README.md`);
await copyFile(`${folder}/../LICENSE`, `${dist}/LICENSE`);
await writeFile(`${dist}/third-party-notices.txt`, await listNotices(metafile));

/** The licences of what others have written and the entries contain. */
async function listNotices({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const found = inputs.flatMap((path) => /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path)?.[1] ?? []);
  const notices = [...new Set(found)].map(async (relative) => {
    const path = `${folder}/${relative}`;
    const { name, version, license } = JSON.parse(await readFile(`${path}/package.json`, "utf8"));
    const file = (await readdir(path)).find((entry) => /^licen[cs]e/i.test(entry));
    return `## ${name} - ${version} (${license})\n\n${await readFile(`${path}/${file}`, "utf8")}`;
  });
  return (await Promise.all(notices)).join("\n");
}
