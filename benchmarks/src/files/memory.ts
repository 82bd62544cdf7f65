// How much memory a browser takes beyond what it had. Linux only.
import { readdirSync, readFileSync } from "node:fs";

export interface MemoryWatch {
  /** The most that all processes took together beyond the start, in MB. */
  stop(): number;
}

const everyMs = 250;

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has ended.
    return "";
  }
}

/** The browser's own process, which names its profile, and all that it has started. */
function listProcesses(profile: string): string[] {
  const all = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  const parents = new Map(all.map((pid) => [pid, /PPid:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? "0"]));
  const isNamed = (pid: string) => read(`/proc/${pid}/cmdline`).includes(profile);
  const belongs = (pid: string): boolean => pid !== "0" && (isNamed(pid) || belongs(parents.get(pid) ?? "0"));
  return all.filter(belongs);
}

/** Without pages of files, in MB: what is mapped from a disk costs no memory. */
function readMemory(pid: string): number {
  return Number(/RssAnon:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024;
}

export function watchMemory(profile: string): MemoryWatch {
  const processes = listProcesses(profile);
  const total = () => processes.reduce((sum, pid) => sum + readMemory(pid), 0);
  const before = total();
  let most = 0;
  const look = () => (most = Math.max(most, total() - before));
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      look();
      clearInterval(timer);
      return Math.round(most);
    },
  };
}
