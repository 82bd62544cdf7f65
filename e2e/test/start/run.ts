// `npm start` as a child process, as people run it.
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { readDataFile } from "@meetogram/embedded-firestore";
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

/** Resolves to the UUID of the room that `--seed` makes. */
export async function waitForRoom(run: Run): Promise<string> {
  const printed = /^A room to look at, for a day: http:\S+\/r\/(\S{36})#\S{22}$/m;
  const [, uuid = ""] = await waitForOutput(run, printed);
  return uuid;
}

/** The UUIDs of the rooms in a file of `--export-on-exit`. */
export function roomsIn(file: string): string[] {
  const saved = readDataFile(file)?.["projects/demo-meetogram/databases/(default)"] ?? {};
  return Object.keys(saved).flatMap((path) => /^rooms\/([^/]+)$/.exec(path)?.[1] ?? []);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Ctrl-C, after which nothing may listen any more. */
export async function end(run: Run, ports: Ports): Promise<void> {
  run.child.kill("SIGINT");
  expect(await run.ended).to.equal(0);
  for (const port of Object.values(ports)) {
    await eventually(
      `port ${port} to be free`,
      () => isFree(port),
      (free) => free,
    );
  }
}
