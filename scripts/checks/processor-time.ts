// The processor time of checks with all their descendants, read from /proc. A process's own count
// of its children leaves out most of a browser, whose processes nobody waits for.
import { readdirSync, readFileSync } from "node:fs";

/** `utime` and `stime` of proc(5) are in units of 1/100 s on every Linux that Node runs on. */
const ticksPerSecond = 100;
const sampleEveryMs = 500;

interface Process {
  readonly parent: number;
  readonly ticks: number;
}

function readProcess(pid: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces. After it come the state, the parent and, as fields
    // 14 and 15 of the whole, utime and stime.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    // It has just ended.
    return null;
  }
}

/** Null where there is no /proc. */
function listProcesses(): Map<number, Process> | null {
  try {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return new Map(
      pids.flatMap((pid) => {
        const found = readProcess(pid);
        return found === null ? [] : [[Number(pid), found] as const];
      }),
    );
  } catch {
    return null;
  }
}

export interface ProcessorTime {
  /** Seconds so far, up to half a second ago. Null where the system does not tell. */
  stop(): number | null;
}

/** Counts the process and all its descendants from now on. */
export function watchProcessorTime(root: number): ProcessorTime {
  const ticks = new Map<number, number>([[root, 0]]);
  let isKnown = true;

  function sample(): void {
    const processes = listProcesses();
    isKnown &&= processes !== null;
    // A descendant whose parent has ended stays counted: it was found before. New ones are found
    // through their parents, several generations at once.
    for (let found = true; found;) {
      found = false;
      for (const [pid, { parent }] of processes ?? []) {
        if (ticks.has(pid) || !ticks.has(parent)) continue;
        ticks.set(pid, 0);
        found = true;
      }
    }
    for (const pid of ticks.keys()) {
      const process = processes?.get(pid);
      if (process !== undefined) ticks.set(pid, Math.max(process.ticks, ticks.get(pid) ?? 0));
    }
  }

  const timer = setInterval(sample, sampleEveryMs);
  return {
    stop() {
      clearInterval(timer);
      const all = [...ticks.values()].reduce((sum, count) => sum + count, 0);
      return isKnown ? all / ticksPerSecond : null;
    },
  };
}
