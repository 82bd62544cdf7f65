#!/usr/bin/env node
// Starts the embedded Firestore on its own. Flags: --host, --port, --rules <file>, --project_id.
// Ctrl-C stops it.
import { readFileSync } from "node:fs";
import { register } from "tsx/esm/api";

register();
const { isLoopback, startFirestore } = await import("../src/index.ts");
const { parseCommandLine, usage } = await import("../src/command-line.ts");

async function main() {
  const { rules, wantsHelp, ignored, ...options } = parseCommandLine(process.argv.slice(2));
  if (wantsHelp) return void console.log(usage);
  if (ignored.length > 0) console.log(`Ignored: ${ignored.join(", ")}.`);
  const firestore = await startFirestore({
    ...options,
    ...(rules === undefined ? {} : { rules: readFileSync(rules, "utf8") }),
    onDenied: (explanation) => console.log(explanation),
    onWarning: (warning) => console.warn(`Warning: ${rules ?? "rules"}:${warning}`),
  });
  if (!isLoopback(options.host)) {
    console.warn(
      `WARNING: anybody who can reach ${firestore.host} may read and write everything: tokens are not verified.`,
    );
  }
  console.log(`Firestore is ready: FIRESTORE_EMULATOR_HOST=${firestore.host}`);
  if (rules === undefined) console.log("No rules were given: everybody but the administrator is denied.");
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void firestore.close());
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
