// Runs one check as a child process. It never rejects: a check that cannot start, hangs or runs no
// test has failed.
import { fork } from "node:child_process";
import { isAbsolute, join, relative } from "node:path";
import type { Check, Failing, Outcome } from "./check.ts";
import { watchProcessorTime } from "./processor-time.ts";

/** Only a hanging process takes this long. Each test has its own, shorter limit. */
const maxRunMs = 60 * 60_000;

/** The message of the reporter. */
interface Progress {
  readonly total: number;
  readonly passed: number;
  readonly skipped: number;
  readonly failing: readonly { readonly title: string; readonly file: string | null }[];
  readonly isOver: boolean;
}

export interface Running {
  readonly check: Check;
  readonly outcome: Promise<Outcome>;
  /** The progress as text. */
  progress(): string;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export function runCheck(root: string, check: Check, show: (text: string) => void): Running {
  const startedAtMs = Date.now();
  const [script, ...args] = check.command;
  let progress: Progress | null = null;

  // A test that failed with all its seeds is run again with all of them.
  const command = check.env?.["LONG_TESTS"] === "1" ? "npm run test:long --" : "npm test --";
  const rerun = `${command} ${check.name.includes(" ") ? quote(check.name) : check.name}`;

  function listFailing(hasPassed: boolean): Failing[] {
    const failing = (progress?.failing ?? []).map(({ title, file }) => ({
      title,
      rerun: file === null ? rerun : `${command} ${relative(root, file)} --grep ${quote(title)}`,
    }));
    return failing.length > 0 || hasPassed ? failing : [{ title: check.name, rerun }];
  }

  const outcome = new Promise<Outcome>((resolve) => {
    const child = fork(isAbsolute(script) ? script : join(root, "node_modules", script), args, {
      cwd: join(root, check.folder ?? ""),
      execArgv: script.endsWith(".ts") ? ["--import", "tsx"] : [],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, FORCE_COLOR: "0", ...check.env },
    });
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => (output += error.message));
    child.on("message", (message) => (progress = message as Progress));
    const timeout = setTimeout(() => {
      output += `\nStopped: still running after ${maxRunMs / 60_000} minutes.`;
      child.kill("SIGKILL");
    }, maxRunMs);
    const processorTime = child.pid === undefined ? null : watchProcessorTime(child.pid);
    child.on("close", (code) => {
      clearTimeout(timeout);
      const processorSeconds = processorTime?.stop() ?? null;
      const passed = check.isMocha ? (progress?.passed ?? 0) : Number(code === 0);
      // A run without tests has proved nothing.
      const hasPassed = code === 0 && (!check.isMocha || (passed > 0 && progress?.isOver === true));
      const failing = listFailing(hasPassed);
      const result: Outcome = {
        check,
        passed,
        failed: hasPassed ? 0 : failing.length,
        skipped: progress?.skipped ?? 0,
        seconds: (Date.now() - startedAtMs) / 1_000,
        processorSeconds,
        failing,
      };
      // Every run shows what the attacks on the rules have not covered.
      const notes = output.split("\n").filter((line) => line.startsWith("firestore.rules:"));
      show(describe(result, hasPassed ? notes : [output.trimEnd()]));
      resolve(result);
    });
  });

  return {
    check,
    outcome,
    progress: () => (progress === null ? check.name : `${check.name} ${countEnded(progress)} of ${progress.total}`),
  };
}

function countEnded({ passed, skipped, failing }: Progress): number {
  return passed + skipped + failing.length;
}

function describe({ check, passed, failed, skipped, seconds, processorSeconds }: Outcome, more: string[]): string {
  const facts = [
    `${seconds.toFixed(1)} s`,
    ...(processorSeconds === null ? [] : [`${processorSeconds.toFixed(1)} s of processor`]),
    ...(check.isMocha ? [`${passed} passed`] : []),
    ...(failed > 0 && check.isMocha ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  return [`${failed === 0 ? "✓" : "✗"} ${check.name} (${facts.join(", ")})`, ...more].join("\n");
}
