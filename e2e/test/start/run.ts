// `npm start` as a child process, as people run it.
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Ports } from "../../../scripts/system/ports.ts";
import { root } from "../../../scripts/system/start-system.ts";
import { eventually } from "../support/eventually.ts";

/** A busy machine needs long to build and to start the Emulator Suite. */
const readyWithinMs = 120_000;

export interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: "", ...env } });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, ended, output: () => output };
}

export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  return runNode([join(root, "scripts", "bootstrap.mjs"), "start", ...args], env);
}

export function portArguments(ports: Ports): string[] {
  return Object.entries(ports).flatMap(([name, port]) => [`--${name}-port`, String(port)]);
}

/** Resolves when the run has printed it, or has ended. */
export async function waitForOutput(run: Run, expected: RegExp): Promise<RegExpExecArray> {
  const ask = () => Promise.resolve(run.output());
  const seen = eventually(String(expected), ask, (text) => expected.test(text), readyWithinMs);
  await Promise.race([run.ended, seen]);
  const found = expected.exec(run.output());
  if (found === null) throw new Error(`It ended without ${String(expected)}:\n${run.output()}`);
  return found;
}

export async function waitForReady(run: Run, ports: Ports): Promise<void> {
  await waitForOutput(run, new RegExp(`^meetogram is ready on http://127\\.0\\.0\\.1:${ports.hosting} `, "m"));
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
