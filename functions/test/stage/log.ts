// What is written to standard output and error during a task, as Cloud Logging would get it. The
// line of a request may come a little later than its answer.
import { setImmediate } from "node:timers/promises";

export type LogLine = Readonly<Record<string, unknown>>;

/** Goes on until there are so many lines of requests. */
export async function logOf(task: () => Promise<unknown>, requests = 0): Promise<string> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let log = "";
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array): boolean => {
      log += Buffer.from(chunk as string).toString();
      return true;
    };
  }
  try {
    await task();
    while (log.split('"event":"request"').length <= requests) await setImmediate();
  } finally {
    streams.forEach((stream, index) => (stream.write = writes[index]!));
  }
  return log;
}

export async function linesOf(task: () => Promise<unknown>, requests = 0): Promise<LogLine[]> {
  const lines = (await logOf(task, requests)).split("\n");
  return lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as LogLine);
}

/** Keeps the lines of requests out of the output of the tests. */
export function silenceRequests(): () => void {
  const write = process.stdout.write;
  process.stdout.write = function (this: typeof process.stdout, ...written: Parameters<typeof write>) {
    return String(written[0]).includes('"event":"request"') || Reflect.apply(write, this, written);
  } as typeof write;
  return () => void (process.stdout.write = write);
}
