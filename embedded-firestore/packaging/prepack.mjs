// `npm pack` calls this before it packs. Builds dist/ and puts the published manifest in place of
// the one of the repository, which points to the source, so that the repository needs no build.
// postpack.mjs puts the old one back.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { buildPackage } from "./build.mjs";
import { kept, licence, manifest, sourceLicence } from "./paths.mjs";

await buildPackage();
// An earlier run that was interrupted has left the published manifest.
if (!existsSync(kept)) await copyFile(manifest, kept);
const {
  private: _private,
  exports: _exports,
  scripts: _scripts,
  devDependencies: _dev,
  ...published
} = JSON.parse(await readFile(kept, "utf8"));
await writeFile(
  manifest,
  `${JSON.stringify(
    {
      ...published,
      exports: { ".": { types: "./dist/types/index.d.ts", default: "./dist/index.js" } },
      types: "./dist/types/index.d.ts",
      bin: { "embedded-firestore": "dist/main.js" },
      files: ["dist"],
      publishConfig: { access: "public" },
    },
    undefined,
    2,
  )}\n`,
);
await copyFile(sourceLicence, licence);
