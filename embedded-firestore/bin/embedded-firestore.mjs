#!/usr/bin/env node
// Runs the embedded Firestore alone: --host, --port, --rules <file>, --project_id. Ctrl-C ends it.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";

register();
const { startFirestore } = await import("../src/index.ts");

const usage = `Usage: embedded-firestore [--host 127.0.0.1] [--port 8080] [--rules firestore.rules] [--project_id demo-project]
       --allow-remote  listen on an address that others can reach; they may then read and write everything`;

async function main() {
  const { values } = parseArgs({
    options: {
      host: { type: "string", default: "127.0.0.1" },
      port: { type: "string", default: "8080" },
      rules: { type: "string" },
      project_id: { type: "string", default: "demo-project" },
      "allow-remote": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return void console.log(usage);
  const firestore = await startFirestore({
    host: values.host,
    port: Number(values.port),
    projectId: values.project_id,
    allowRemote: values["allow-remote"],
    ...(values.rules === undefined ? {} : { rules: readFileSync(values.rules, "utf8") }),
    onDenied: (explanation) => console.log(explanation),
  });
  console.log(`Firestore is ready: FIRESTORE_EMULATOR_HOST=${firestore.host}`);
  if (values.rules === undefined) console.log("No rules were given: everybody but the administrator is denied.");
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void firestore.close());
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
