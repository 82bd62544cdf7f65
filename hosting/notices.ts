// The licences of all third-party code that browsers load. Vite lists the packages with the texts
// that they contain, but not those of workers, which it builds apart. Google's packages name the
// Apache License without its text, which has to be passed on with them, so it is added once.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Plugin } from "vite";

export const noticesFile = "third-party-notices.txt";

const require = createRequire(import.meta.url);
/** A module of each package that only a worker uses, beside its manifest and its licence. */
const modulesOfWorkers = ["@noble/hashes/sha2.js"];

function noticeOf(module: string): string {
  const folder = dirname(require.resolve(module));
  const manifest: unknown = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const { name, version, license } = manifest as Record<"name" | "version" | "license", string>;
  return `\n## ${name} - ${version} (${license})\n\n${readFileSync(`${folder}/LICENSE`, "utf8")}`;
}

export function notices(folder: string): Plugin {
  return {
    name: "notices",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const list = bundle[noticesFile];
        if (list?.type !== "asset") throw new Error("There is no list of licences to complete");
        const apache = readFileSync(`${folder}/licenses/Apache-2.0.txt`, "utf8");
        list.source = `${String(list.source)}${modulesOfWorkers.map(noticeOf).join("")}\n## The text of the Apache License (Apache-2.0)\n${apache}`;
      },
    },
  };
}
