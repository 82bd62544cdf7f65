// Where a run writes its figures: results/ by default, so that a trial with --out leaves the
// committed ones alone.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

/** The option `--out <file>`, by default results/{name}.json. */
export function outOption(name: string) {
  return { type: "string", default: fileURLToPath(new URL(`../results/${name}.json`, import.meta.url)) } as const;
}

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  readonly loadBefore: number;
}

/** Call it before the first round: figures are only as good as the machine was free. */
export function describeMachine(): Machine {
  const loadBefore = Number((loadavg()[0] ?? Number.NaN).toFixed(1));
  return { cores: cpus().length, processor: cpus()[0]?.model ?? "", node: process.version, loadBefore };
}

/** With "+" if files have changed since. Null outside a repository. */
function readCommit(): string | null {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  try {
    return git("rev-parse", "--short=10", "HEAD") + (git("status", "--porcelain") === "" ? "" : "+");
  } catch {
    return null;
  }
}

export function writeResults(file: string, results: object): void {
  const measured = { measuredAt: new Date().toISOString(), commit: readCommit(), ...results };
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
}
