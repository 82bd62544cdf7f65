// The CPU time of ended child processes, and of all processes that those waited for.
import { readFileSync } from "node:fs";

/** `cutime` and `cstime` of proc(5) count 1/100 s on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Seconds so far. Null where there is no /proc. */
function readChildSeconds(): number | null {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    // The name before the last parenthesis may hold spaces. cutime and cstime are fields 16 and 17.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return null;
  }
}

let countedSeconds = readChildSeconds();

/** The CPU time of the children that ended since the last call. Call it as each one ends. */
export function takeChildSeconds(): number | null {
  const now = readChildSeconds();
  if (now === null || countedSeconds === null) return null;
  const spent = now - countedSeconds;
  countedSeconds = now;
  return spent;
}
