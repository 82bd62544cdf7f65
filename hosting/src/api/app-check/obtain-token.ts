// From a challenge of the server to a token: a worker does the work, so the page stays responsive.
// Loaded when a server asks for a token.
import { ApiError, createClient } from "@meetogram/client";
import type { Found, Task } from "./solve.worker.ts";

export type Obtain = (signal: AbortSignal) => Promise<{ readonly token: string; readonly ttlMs: number }>;

/** The network may change, and a slow device may be late: then another challenge helps. */
const attempts = 3;
const worthAnotherAttempt: readonly string[] = ["wrong-challenge", "challenge-expired"];

export const obtainToken: Obtain = async (signal) => {
  const api = createClient();
  for (let attempt = 1; ; attempt += 1) {
    const { challenge, bits } = await api.appCheckChallenge({ signal });
    const counter = await solve({ challenge, bits }, signal);
    try {
      return await api.appCheckToken({ challenge, counter }, { signal });
    } catch (error) {
      const canHelp = error instanceof ApiError && worthAnotherAttempt.includes(error.code);
      if (!canHelp || attempt === attempts) throw error;
    }
  }
};

/** An abort ends the worker at once. */
export function solve(task: Task, signal: AbortSignal): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL("./solve.worker.ts", import.meta.url), { type: "module" });
    const abort = () => settle(() => reject(signal.reason));
    const settle = (report: () => void) => {
      signal.removeEventListener("abort", abort);
      worker.terminate();
      report();
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Found>) => settle(() => resolve(data.counter)));
    worker.addEventListener("error", (event) =>
      settle(() => reject(new ApiError("network", 0, { message: "The worker did not load.", cause: event }))),
    );
    signal.addEventListener("abort", abort);
    worker.postMessage(task);
  });
}
