// When a request is worth asking again. The server's refusals (4xx) never are: they would come again, or say how long to wait,
// which is for the caller to decide.
import type { ApiError } from "./api-error.ts";

const firstDelayMs = 300;
/** Who is asked to wait longer than this should be told so, not kept waiting. */
const longestDelayMs = 5_000;

/** Milliseconds before the next attempt, or null when there is none. `attempt` counts from 0. */
export function delayBeforeRetryMs(error: ApiError, attempt: number, retries: number): number | null {
  if (attempt >= retries || (error.code !== "network" && error.status < 500)) return null;
  const delayMs = error.retryAfterMs ?? firstDelayMs * 2 ** attempt * (0.5 + Math.random());
  return delayMs <= longestDelayMs ? delayMs : null;
}

/** Rejects with the signal's reason as soon as it aborts. */
export function wait(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, delayMs);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
