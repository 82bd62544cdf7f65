// Bundles the functions for deployment, which uploads this folder only. A new instance reads one
// file instead of hundreds. CommonJS, because the Firebase CLI and the functions framework load it
// by require().
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * The Admin SDK stays outside: only what erases rooms, and App Check, load it when they need it.
 * Imports of it whose names are unused are left out. firebase-functions has such, for kinds of
 * functions that are not here.
 */
const adminOutside = {
  name: "admin outside",
  setup({ onResolve }) {
    onResolve({ filter: /^firebase-admin\// }, ({ path }) => ({ path, external: true, sideEffects: false }));
  },
};

const folder = import.meta.dirname;
const { metafile } = await build({
  absWorkingDir: folder,
  entryPoints: ["src/index.ts"],
  outfile: "dist/index.cjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  plugins: [adminOutside],
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: "warning",
});

/** The folder of each package that the bundle has code of. */
const packages = new Set(
  Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);

async function noticeOf(path) {
  const place = join(folder, path);
  const { name, version, license } = JSON.parse(await readFile(join(place, "package.json"), "utf8"));
  const file = (await readdir(place)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no file with its licence.`);
  return `## ${name} ${version} (${license})\n\n${(await readFile(join(place, file), "utf8")).trim()}\n`;
}

const notices = await Promise.all([...packages].sort().map(noticeOf));
await writeFile(join(folder, "dist/LICENSES.md"), notices.join("\n"));
