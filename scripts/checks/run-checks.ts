// Runs checks side by side and shows the progress.
import { availableParallelism } from "node:os";
import type { Check, Outcome } from "./check.ts";
import { runCheck, type Running } from "./run-check.ts";

/** The interval of progress lines in a log. A terminal shows the progress all the time. */
const printEveryMs = 20_000;

function createStatus(describe: () => string): { show: (text: string) => void; end: () => void } {
  const { isTTY, columns } = process.stdout;
  const clear = isTTY ? "\r\u001b[K" : "";
  const print = () => {
    const line = describe();
    process.stdout.write(isTTY ? `${clear}${line.slice(0, columns - 1)}` : `${line}\n`);
  };
  const timer = setInterval(print, isTTY ? 1_000 : printEveryMs);
  return {
    show: (text) => process.stdout.write(`${clear}${text}\n`),
    end() {
      clearInterval(timer);
      process.stdout.write(clear);
    },
  };
}

/** One more than there are CPUs: tests in a browser wait for much of their time. */
const laneCount = availableParallelism() + 1;

export async function runChecks(root: string, checks: readonly Check[]): Promise<Outcome[]> {
  const startedAtMs = Date.now();
  const outcomes: Outcome[] = [];
  const running = new Set<Running>();
  const status = createStatus(() => {
    const seconds = ((Date.now() - startedAtMs) / 1_000).toFixed(0);
    const now = [...running].map((each) => each.progress()).join(", ");
    return `… ${seconds} s, ${outcomes.length} of ${checks.length} checks done; now ${now}`;
  });

  async function runIn(lanes: number, queue: readonly Check[]): Promise<void> {
    const waiting = [...queue];
    const lane = async () => {
      for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
        const started = runCheck(root, check, status.show);
        running.add(started);
        outcomes.push(await started.outcome);
        running.delete(started);
      }
    };
    await Promise.all(Array.from({ length: Math.min(lanes, queue.length) }, lane));
  }

  try {
    await runIn(
      laneCount,
      checks.filter(({ isAlone }) => isAlone !== true),
    );
    await runIn(
      1,
      checks.filter(({ isAlone }) => isAlone === true),
    );
  } finally {
    status.end();
  }
  return outcomes;
}
