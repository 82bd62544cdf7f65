// The open requests: cold starts of each, and load beside a bare Express. The deployed bundle is
// measured, in processes of its own. The benchmark and an embedded Firestore share another process.
// Writes results/api.json, or the file of --out.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { parseArgs, promisify } from "node:util";
import { startFirestore } from "@meetogram/embedded-firestore";
import { describeMachine, outOption, writeResults } from "../results.ts";
import { measureColdStarts } from "./cold-start.ts";
import { startInstance, type FunctionName } from "./instances.ts";
import { measureLoad } from "./load.ts";
import { createSetupClient } from "./requests.ts";

const file = (path: string): URL => new URL(path, import.meta.url);
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20" },
    seconds: { type: "string", default: "5" },
    connects: { type: "string", default: "2000" },
    connections: { type: "string", default: "16" },
    out: outOption("api"),
  },
});
const machine = describeMachine();
const runs = Number(values.runs);
const options = {
  seconds: Number(values.seconds),
  connects: Number(values.connects),
  connections: Number(values.connections),
};

await promisify(execFile)(process.execPath, ["build.mjs"], { cwd: file("../../../functions/") });
const firestore = await startFirestore({ port: 0, rules: await readFile(file("../../../firestore.rules"), "utf8") });
Object.assign(process.env, {
  FIRESTORE_EMULATOR_HOST: firestore.host,
  // Tokens are created without this emulator.
  FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9",
  GCLOUD_PROJECT: "demo-meetogram",
  METADATA_SERVER_DETECTION: "none",
});

const names: readonly FunctionName[] = ["create", "connect", "generateID", "room"];
const instances = await Promise.all(names.map(startInstance));
const urls = Object.fromEntries(names.map((name, index) => [name, instances[index]?.url])) as Record<
  FunctionName,
  string
>;
const setupClient = createSetupClient(urls);
try {
  const report = {
    machine,
    coldStart: {
      what: "milliseconds from the spawn of Node with the built bundle to the answer",
      ...(await measureColdStarts(runs, setupClient)),
    },
    load: {
      what: `${options.connections} connections to one instance for ${options.seconds} s, or ${options.connects} connects of new people`,
      ...(await measureLoad(setupClient, options)),
    },
  };
  writeResults(values.out, report);
  console.log(JSON.stringify(report, undefined, 2));
} finally {
  await Promise.all(instances.map((instance) => instance.stop()));
  await firestore.close();
}
