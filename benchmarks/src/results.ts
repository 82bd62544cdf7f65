// Where a run's figures go: results/ unless told otherwise, so that a trial leaves the committed ones alone.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The option `--into <folder>` of every benchmark that uses `writeResults`. */
export const intoOption = {
  into: { type: "string", default: fileURLToPath(new URL("../results", import.meta.url)) },
} as const;

export interface Machine {
  readonly cores: number;
  readonly node: string;
  readonly loadBefore: number;
}

/** To be asked before the first round: a figure is worth what the machine had left for it. */
export function describeMachine(): Machine {
  return { cores: cpus().length, node: process.version, loadBefore: Number((loadavg()[0] ?? Number.NaN).toFixed(1)) };
}

export function writeResults(folder: string, name: string, results: object): void {
  mkdirSync(folder, { recursive: true });
  const measured = { measuredAt: new Date().toISOString(), ...results };
  writeFileSync(resolve(folder, `${name}.json`), `${JSON.stringify(measured, null, 2)}\n`);
}
