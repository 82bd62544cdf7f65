// Stands in for Java and for what the Emulator Suite downloads. `java -version` says what a test
// wants, and `java -jar` is the embedded Firestore, which takes the same flags. So all that is ours
// and the Firebase CLI's runs, without Google's downloads.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/system/start-system.ts";

interface Download {
  readonly version: string;
  readonly downloadPathRelativeToCacheDir: string;
}

/** What this version of the Firebase CLI downloads. */
export const downloads = createRequire(import.meta.url)(
  "firebase-tools/lib/emulator/downloadableEmulatorInfo.json",
) as { readonly firestore: Download; readonly ui: { readonly main: Download } };

const program = pathToFileURL(join(root, "embedded-firestore", "bin", "embedded-firestore.mjs")).href;

export interface StandIn {
  readonly env: Readonly<Record<string, string>>;
  /** The calls that were not for the version. */
  calls(): string[];
}

/** `hasDownloads`: the emulator and the UI are in the cache already. */
export function createStandIn(folder: string, { version = "25.0.1", hasDownloads = true } = {}): StandIn {
  const [bin, cache, calls] = ["bin", "cache", "calls"].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [bin, cache]) mkdirSync(path, { recursive: true });
  writeFileSync(calls, "");
  const java = join(bin, "java");
  writeFileSync(
    java,
    `#!${process.execPath}
if (process.argv.includes("-version")) console.error('openjdk version "${version}" 2025-10-21');
else {
  require("node:fs").appendFileSync(${JSON.stringify(calls)}, process.argv.slice(2).join(" ") + "\\n");
  process.argv.splice(2, process.argv.indexOf("-jar"));
  import(${JSON.stringify(program)});
}
`,
  );
  chmodSync(java, 0o755);
  if (hasDownloads) {
    const client = join(cache, `ui-v${downloads.ui.main.version}`, "client");
    const server = join(client, "..", "server");
    for (const path of [client, server]) mkdirSync(path, { recursive: true });
    writeFileSync(join(cache, downloads.firestore.downloadPathRelativeToCacheDir), "");
    writeFileSync(join(server, "server.mjs"), "");
    writeFileSync(join(client, "index.html"), "stand-in of the Emulator UI");
  }
  return {
    env: {
      PATH: [bin, dirname(process.execPath), process.env["PATH"]].join(delimiter),
      FIREBASE_EMULATORS_PATH: cache,
      FIREBASE_CLI_DISABLE_UPDATE_CHECK: "true",
    },
    calls: () => readFileSync(calls, "utf8").split("\n").filter(Boolean),
  };
}
