// `npm test` runs every check that a change needs. `npm run test:long` runs what takes long by
// nature.
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Check, Outcome } from "./checks/check.ts";
import { runChecks } from "./checks/run-checks.ts";
import { longChecks, mochaCheck, defaultChecks } from "./checks/table.ts";
import { buildAll } from "./system/build.ts";
import { ensureChromium } from "./system/browsers/chromium.ts";
import { Failure, runScript } from "./system/failure.ts";
import { root } from "./system/start-system.ts";

const names = (checks: readonly Check[]) => checks.map(({ name }) => name).join(" ");
const help = `npm test                            every check that a change needs
npm run test:long                   what takes long by nature, after it
npm test -- NAME …                  these checks alone
npm test -- FILE.test.ts [--grep T] one file of tests, or those of its tests whose titles hold T
npm test -- --list                  the names

NAME  ${names(defaultChecks)}
long  ${names(longChecks)}`;

interface Choice {
  readonly isLong: boolean;
  readonly grep?: string | undefined;
}

/** The path of a test file is relative to the root. The test runs in its workspace. */
function checkOfFile(file: string, { isLong, grep }: Choice): Check {
  const path = relative(root, file);
  const [folder = ""] = path.split(/[\\/]/);
  const files = [relative(folder, path), ...(grep === undefined ? [] : ["--fgrep", grep])];
  return mochaCheck(path, { folder, files, env: isLong ? { LONG_TESTS: "1" } : {} });
}

function choose(wanted: readonly string[], choice: Choice): readonly Check[] {
  if (wanted.length === 0) return choice.isLong ? longChecks : defaultChecks;
  return wanted.map((name) => {
    const known = [...defaultChecks, ...longChecks].find((check) => check.name === name);
    if (known !== undefined) return known;
    const file = join(root, name);
    if (name.endsWith(".test.ts") && existsSync(file)) return checkOfFile(file, choice);
    throw new Failure(`There is no check and no test file "${name}".\n\n${help}`);
  });
}

function summarize(outcomes: readonly Outcome[], seconds: number): string {
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const failing = outcomes.flatMap((outcome) => outcome.failing);
  const isMeasured = outcomes.every(({ processorSeconds }) => processorSeconds !== null);
  const processorSeconds = sum(({ processorSeconds }) => processorSeconds ?? 0);
  const cost = isMeasured ? `, ${processorSeconds.toFixed(0)} s of processor` : "";
  return [
    `\n${outcomes.length} ${outcomes.length === 1 ? "check" : "checks"} in ${seconds.toFixed(0)} s${cost}`,
    ...failing.flatMap(({ title, rerun }) => [`✗ ${title}`, `    ${rerun}`]),
    `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`,
  ].join("\n");
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        long: { type: "boolean", default: false },
        list: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
        grep: { type: "string" },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${help}`);
  }
}

await runScript(async () => {
  const startedAtMs = Date.now();
  const { values, positionals } = parseOptions();
  if (values.help || values.list) {
    console.log(values.help ? help : [...defaultChecks, ...longChecks].map(({ name }) => name).join("\n"));
    return 0;
  }
  const checks = choose(positionals, { isLong: values.long, grep: values.grep });
  process.env["CHROMIUM_PATH"] = ensureChromium();
  console.log("Building what has changed …");
  await buildAll(root);
  const outcomes = await runChecks(root, checks);
  console.log(summarize(outcomes, (Date.now() - startedAtMs) / 1_000));
  return outcomes.every(({ failed }) => failed === 0) ? 0 : 1;
});
