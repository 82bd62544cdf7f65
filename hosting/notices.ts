// The licences of all third-party code that browsers load. Vite lists the packages with the texts
// that they contain. Google's packages name the Apache License without its text, which has to be
// passed on with them, so it is added once.
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

export const noticesFile = "third-party-notices.txt";

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
        list.source = `${String(list.source)}\n## The text of the Apache License (Apache-2.0)\n${apache}`;
      },
    },
  };
}
