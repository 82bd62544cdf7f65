// Where a run writes its figures: results/ by default, so that a trial with --out leaves the
// committed ones alone.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

/** The option `--out <file>`, by default results/{name}.json. */
export function outOption(name: string) {
  return { type: "string", default: fileURLToPath(new URL(`../results/${name}.json`, import.meta.url)) } as const;
}

export interface Machine {
  readonly cores: number;
  readonly node: string;
  readonly loadBefore: number;
}

/** Call it before the first round: figures are only as good as the machine was free. */
export function describeMachine(): Machine {
  return { cores: cpus().length, node: process.version, loadBefore: Number((loadavg()[0] ?? Number.NaN).toFixed(1)) };
}

export function writeResults(file: string, results: object): void {
  const measured = { measuredAt: new Date().toISOString(), ...results };
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
}
