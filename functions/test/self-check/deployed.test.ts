// What a deployment makes of the options: the bundle, read by the SDK as the Firebase CLI starts
// it, and resolved by the CLI's own code.
import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const workspace = new URL("../..", import.meta.url).pathname;
const sdk = new URL("../../../node_modules/.bin/firebase-functions", import.meta.url).pathname;
const folder = "firebase-tools/lib/deploy/functions";

interface Read {
  buildFromV1Alpha1(manifest: object, project: string, region: string, runtime: string): object;
}
interface Resolve {
  toBackend(build: object, values: object): { endpoints: Record<string, Record<string, object>> };
}
interface Parameters {
  ParamValue: new (value: string, isInternal: boolean, types: Record<string, boolean>) => unknown;
}
const { buildFromV1Alpha1 } = require(`${folder}/runtimes/discovery/v1alpha1.js`) as Read;
const { toBackend } = require(`${folder}/build.js`) as Resolve;
const { ParamValue } = require(`${folder}/params.js`) as Parameters;

async function readManifest(): Promise<object> {
  await run(process.execPath, ["build.mjs"], { cwd: workspace });
  const output = join(await mkdtemp(join(tmpdir(), "manifest-")), "functions.json");
  const env = { ...process.env, FUNCTIONS_MANIFEST_OUTPUT_PATH: output };
  await run(process.execPath, [sdk, workspace], { cwd: workspace, env });
  return JSON.parse(await readFile(output, "utf8")) as object;
}

describe("the self-check in a deployment", () => {
  let manifest: object;
  before(async () => {
    manifest = await readManifest();
  });

  /** The functions that would be deployed with that schedule. */
  function deploy(schedule: string): Record<string, object> {
    const build = buildFromV1Alpha1(structuredClone(manifest), "demo-meetogram", "europe-west1", "nodejs22");
    const text = (value: string) => new ParamValue(value, false, { string: true });
    const number = (value: string) => new ParamValue(value, false, { number: true });
    const values = { SELF_CHECK_SCHEDULE: text(schedule), REGION: text("europe-west1"), MAX_INSTANCES: number("10") };
    return toBackend(build, values).endpoints["europe-west1"]!;
  }

  it("is left out without a schedule", () => {
    expect(deploy("")).to.have.all.keys("appCheck", "connect", "create", "generateID", "room", "sweep");
  });

  it("runs as its parameter says", () => {
    const schedule = "every 60 minutes";
    expect(deploy(schedule)["selfCheck"]).to.have.deep.property("scheduleTrigger").which.includes({ schedule });
  });
});
