// Builds dist/: the library and the program in plain JavaScript, their declarations, the schema and
// the files of the page.
import { execFile } from "node:child_process";
import { chmod, cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { extractSchema } from "./schema.mjs";

const folder = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const dist = join(folder, "dist");

export async function buildPackage() {
  await rm(dist, { recursive: true, force: true });
  await build({
    absWorkingDir: folder,
    entryPoints: { index: "src/index.ts", main: "src/main.ts" },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  await chmod(join(dist, "main.js"), 0o755);
  await writeFile(join(dist, "firestore-v1.json"), JSON.stringify(await extractSchema()));
  await cp(join(folder, "src/page/files"), join(dist, "files"), { recursive: true });
  await emitDeclarations();
}

async function emitDeclarations() {
  const types = join(dist, "types");
  const native = dirname(createRequire(import.meta.url).resolve("@typescript/native/package.json"));
  const args = ["-p", join(folder, "packaging/tsconfig.json"), "--outDir", types];
  await promisify(execFile)(process.execPath, [join(native, "bin/tsc"), ...args], { cwd: folder });
  for (const name of await readdir(types, { recursive: true })) {
    if (!name.endsWith(".d.ts")) continue;
    const path = join(types, name);
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replaceAll(/((?:from|import\() ?"\.[^"]+)\.ts"/g, '$1.js"'));
  }
}
