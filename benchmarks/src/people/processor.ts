// The processor time of all processes of a browser, from /proc (Linux only).
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** The browser's root process, the ancestor of all its others. */
export async function findRootProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const root = processInfo.find(({ type }) => type === "browser");
    if (root === undefined) throw new Error("The browser names no process of its own.");
    return root.id;
  } finally {
    await session.detach();
  }
}

interface Process {
  readonly parent: number;
  readonly seconds: number;
}

function readProcess(pid: number): Process | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may contain spaces and brackets.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
  } catch {
    // The process ended after the folder was listed.
    return null;
  }
}

/** Processor seconds of each process of the tree so far. */
function readTree(root: number): Map<number, number> {
  const all = new Map<number, Process>();
  for (const entry of readdirSync("/proc")) {
    const found = /^\d+$/.test(entry) ? readProcess(Number(entry)) : null;
    if (found !== null) all.set(Number(entry), found);
  }
  const belongs = (pid: number): boolean => {
    const found = all.get(pid);
    return pid === root || (found !== undefined && found.parent !== 0 && belongs(found.parent));
  };
  return new Map([...all].flatMap(([pid, { seconds }]) => (belongs(pid) ? [[pid, seconds] as const] : [])));
}

/** Starts counting. The returned function gives the processor seconds per second since then. */
export function startCounting(root: number): () => number {
  const before = readTree(root);
  const startedAtMs = performance.now();
  return () => {
    const elapsedSeconds = (performance.now() - startedAtMs) / 1_000;
    let seconds = 0;
    for (const [pid, now] of readTree(root)) seconds += now - (before.get(pid) ?? 0);
    return seconds / elapsedSeconds;
  };
}
