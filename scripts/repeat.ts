// Runs journeys and faults many times, and counts the failures. One run proves little about tests
// with real browsers, real networks and a busy machine.
// `node --import tsx scripts/repeat.ts --runs 20 [test/faults/page/reload.test.ts …]`
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureChromium } from "./system/browsers/chromium.ts";
import { buildAll } from "./system/build.ts";
import { Failure, runScript } from "./system/failure.ts";
import { root } from "./system/start-system.ts";

interface Report {
  readonly stats: { readonly passes: number; readonly pending: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[];
}

const short = "--ignore=**/*.long.test.ts";

/** They run side by side, as in `npm test`. Each has its own system and keeps the machine busy. */
const defaultGroups = [
  ["test/faults/**/*.test.ts", short],
  ["test/{journeys,chat,files,signs,waiting,recording,firefox}/**/*.test.ts", short],
];

function runMocha(files: readonly string[], chromiumPath: string, reportFile: string): Promise<void> {
  const reporter = ["--reporter=json", `--reporter-option=output=${reportFile}`];
  const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [mocha, ...reporter, ...files], {
      cwd: join(root, "e2e"),
      stdio: "ignore",
      env: { ...process.env, CHROMIUM_PATH: chromiumPath },
    });
    child.on("error", reject);
    child.on("close", () => resolve());
  });
}

async function report(files: readonly string[], chromiumPath: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "meetogram-repeat-"));
  try {
    const reportFile = join(folder, "report.json");
    await runMocha(files, chromiumPath, reportFile);
    return JSON.parse(readFileSync(reportFile, "utf8")) as Report;
  } catch (error) {
    // A run without a report has failed as a whole.
    const message = error instanceof Error ? error.message : String(error);
    return { stats: { passes: 0, pending: 0 }, failures: [{ fullTitle: "the run itself", err: { message } }] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runOnce(groups: readonly (readonly string[])[], chromiumPath: string) {
  const waiting = [...groups];
  const reports: Report[] = [];
  const lane = async () => {
    for (let files = waiting.shift(); files !== undefined; files = waiting.shift()) {
      reports.push(await report(files, chromiumPath));
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), groups.length) }, lane));
  const failures = reports.flatMap((each) => each.failures);
  const passes = reports.reduce((sum, { stats }) => sum + stats.passes, 0);
  // A group without tests has proved nothing.
  return { passes, failures, isClean: failures.length === 0 && reports.every(({ stats }) => stats.passes > 0) };
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { runs: { type: "string", default: "20" }, "as-built": { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Failure("--runs takes a whole number from 1.");
  const chromiumPath = ensureChromium();
  if (!values["as-built"]) await buildAll(root);

  const failed = new Map<string, number>();
  let cleanRuns = 0;
  for (let run = 1; run <= runs; run += 1) {
    const startedAtMs = Date.now();
    const groups = positionals.length > 0 ? [positionals] : defaultGroups;
    const { passes, failures, isClean } = await runOnce(groups, chromiumPath);
    if (isClean) cleanRuns += 1;
    const seconds = ((Date.now() - startedAtMs) / 1_000).toFixed(0);
    console.log(`${isClean ? "✓" : "✗"} run ${run}: ${passes} passed, ${failures.length} failed (${seconds} s)`);
    for (const { fullTitle, err } of failures) {
      failed.set(fullTitle, (failed.get(fullTitle) ?? 0) + 1);
      console.log(`    ${fullTitle}: ${err.message?.split("\n")[0] ?? ""}`);
    }
  }
  console.log(`\n${cleanRuns} of ${runs} runs without a failure`);
  for (const [title, count] of failed) console.log(`${count} of ${runs}: ${title}`);
  return cleanRuns === runs ? 0 : 1;
});
