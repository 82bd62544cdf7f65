// `npm run bench`: the main benchmarks in a short form, beside their yardsticks, and what their
// ratios say beside the committed ones. It tells, and fails at nothing.
// `npm run bench -- join weight` runs only these.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeMachine } from "../results.ts";
import { compare, type Comparison } from "./figures.ts";

interface ShortRun {
  readonly script: string;
  readonly options: readonly string[];
  readonly leastMargin: number;
}

const benchmarks = join(import.meta.dirname, "../..");
const runs: Readonly<Record<string, ShortRun>> = {
  weight: { script: "src/weight.ts", options: [], leastMargin: 0.01 },
  join: { script: "src/join/join.ts", options: ["--rounds", "5"], leastMargin: 0.15 },
  invitation: { script: "src/invitation/invitation.ts", options: ["--rounds", "5"], leastMargin: 0.1 },
  api: {
    script: "src/api/api.ts",
    options: ["--runs", "7", "--seconds", "2", "--connects", "500"],
    leastMargin: 0.15,
  },
  people: { script: "src/people/people.ts", options: ["--people", "2,4", "--rounds", "1"], leastMargin: 0.15 },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => runs[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(runs).join(", ")}.`);
  process.exit(2);
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const names = wanted.length > 0 ? wanted : Object.keys(runs);
const { loadBefore, cores } = describeMachine();
if (loadBefore > cores / 2) console.log(`The machine is busy (load ${loadBefore}): the figures will say little.`);

const worse: (Comparison & { readonly benchmark: string })[] = [];
for (const name of names) {
  const { script, options, leastMargin } = runs[name]!;
  const out = join(folder, `${name}.json`);
  console.log(`\n${name} …`);
  const child = spawn(process.execPath, ["--import", "tsx", script, ...options, "--out", out], {
    cwd: benchmarks,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0 || !existsSync(out)) {
    console.log(`${name} has ended without a result (${String(code)}).`);
    continue;
  }
  const compared = compare(read(join(benchmarks, `results/${name}.json`)), read(out), leastMargin);
  console.table(compared.map(({ name: figure, ...rest }) => ({ figure, ...show(rest) })));
  worse.push(...compared.filter(({ isWorse }) => isWorse).map((figure) => ({ benchmark: name, ...figure })));
}

function show({ committed, now, change, margin, isWorse }: Omit<Comparison, "name">) {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return { committed, now, change: percent(change), margin: percent(margin), "": isWorse ? "worse" : "" };
}

console.log(worse.length === 0 ? "\nNothing is worse than committed, beyond the noise." : "\nWorse than committed:");
for (const { benchmark, name, committed, now } of worse) console.log(`- ${benchmark}: ${name} ${committed} → ${now}`);
console.log(`The results are in ${folder}.`);
