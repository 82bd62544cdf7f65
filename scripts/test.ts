// `npm test`: every check there is. `npm test -- unit e2e` runs the named stages only; a stage's whole output is shown when it fails.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./system/chromium.ts";
import { buildAll } from "./system/build.ts";
import { Failure, runScript } from "./system/failure.ts";
import { root } from "./system/start-system.ts";

interface Check {
  readonly name: string;
  /** A script of a package in node_modules, run by this Node. */
  readonly command: readonly [script: string, ...args: string[]];
  readonly folder?: string;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const tsc = "typescript/bin/tsc";
const mocha = "mocha/bin/mocha.js";

const folder = "e2e";

/** Stages run one after the other; the checks of a stage side by side, as many as there are processors. */
const stages: Record<string, readonly Check[]> = {
  static: [
    { name: "lint", command: ["eslint/bin/eslint.js", ".", "--max-warnings=0"] },
    { name: "format", command: ["prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."] },
    ...["contract", "client", "embedded-firestore", "functions", "e2e", "benchmarks", "scripts"].map((folder) => ({
      name: `types of ${folder}`,
      command: [tsc, "-p", folder] as const,
    })),
    { name: "types of hosting", command: ["vue-tsc/bin/vue-tsc.js", "-p", "hosting"] },
  ],
  // The longest first: two lanes then end at about the same time.
  unit: [
    {
      name: "unit tests of hosting",
      command: [mocha, "--reporter=dot", "--ignore=**/*.browser.test.ts", "test/**/*.test.ts"],
      folder: "hosting",
    },
    {
      name: "unit tests of hosting in a browser",
      command: [mocha, "--reporter=dot", "test/**/*.browser.test.ts"],
      folder: "hosting",
    },
    ...["embedded-firestore", "functions", "client", "contract"].map((workspace) => ({
      name: `unit tests of ${workspace}`,
      command: [mocha, "--reporter=dot", "test/**/*.test.ts"] as const,
      folder: workspace,
    })),
  ],
  e2e: [
    { name: "faults", command: [mocha, "--reporter=spec", "test/faults/*.test.ts"], folder },
    { name: "journeys", command: [mocha, "--reporter=spec", "test/journeys/*.test.ts"], folder },
    { name: "long silences", command: [mocha, "--reporter=spec", "test/silences/*.test.ts"], folder },
    { name: "attacks on the rules", command: [mocha, "--reporter=dot", "test/rules/*.test.ts"], folder },
  ],
  // The whole machine is not much for eight people, and some of what the client does on a calm device it leaves alone on a busy one.
  alone: [{ name: "a full room, a calm device", command: [mocha, "--reporter=spec", "test/alone/*.test.ts"], folder }],
  // `npm start` builds anew: nothing else may be served meanwhile.
  start: [
    { name: "npm start, API, documentation", command: [mocha, "test/*.test.ts", "test/{api,docs}/*.test.ts"], folder },
  ],
};

const seconds = (sinceMs: number) => ((Date.now() - sinceMs) / 1000).toFixed(1);

function countTests(output: string, word: "passing" | "failing"): number {
  return Number(new RegExp(`^\\s+(\\d+) ${word}`, "m").exec(output)?.[1] ?? 0);
}

/** Never rejects: a check that cannot be started counts as failed. */
function runCheck(check: Check, chromiumPath: string): Promise<Outcome> {
  const startedAtMs = Date.now();
  const [script, ...args] = check.command;
  const isMocha = script === mocha;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", script), ...args], {
      cwd: check.folder === undefined ? root : join(root, check.folder),
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, CHROMIUM_PATH: chromiumPath, FORCE_COLOR: "0" },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => (output += error.message));
    child.on("close", (code) => {
      const passed = countTests(output, "passing");
      // A run that executed nothing has proved nothing.
      const isGood = code === 0 && (!isMocha || passed > 0);
      const count = isMocha ? `, ${passed} passed` : "";
      console.log(`${isGood ? "✓" : "✗"} ${check.name} (${seconds(startedAtMs)} s${count})`);
      // What the rules' attacks have left untried is worth seeing in every run.
      const coverage = output.split("\n").filter((line) => line.startsWith("firestore.rules:"));
      if (!isGood) console.log(output);
      else if (coverage.length > 0) console.log(coverage.join("\n"));
      const failed = isMocha ? Math.max(countTests(output, "failing"), isGood ? 0 : 1) : isGood ? 0 : 1;
      resolve({ passed: isMocha ? passed : isGood ? 1 : 0, failed });
    });
  });
}

async function runStage(checks: readonly Check[], chromiumPath: string): Promise<Outcome[]> {
  const waiting = [...checks];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      outcomes.push(await runCheck(check, chromiumPath));
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), checks.length) }, lane));
  return outcomes;
}

await runScript(async () => {
  const startedAtMs = Date.now();
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(stages, name));
  if (unknown !== undefined)
    throw new Failure(`There is no stage "${unknown}"; there are ${Object.keys(stages).join(", ")}.`);
  const chromiumPath = ensureChromium();
  await buildAll(root);
  console.log(`✓ build (${seconds(startedAtMs)} s)`);

  const outcomes: Outcome[] = [];
  for (const [name, checks] of Object.entries(stages)) {
    if (wanted.length === 0 || wanted.includes(name)) outcomes.push(...(await runStage(checks, chromiumPath)));
  }
  const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\nAll checks in ${seconds(startedAtMs)} s:\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
});
