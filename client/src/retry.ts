// When to retry a request. A refusal (4xx) is never retried: the server would refuse again, or it
// says how long to wait, and then the caller decides.
import type { ApiError } from "./api-error.ts";

const firstDelayMs = 300;
/** If the server asks for a longer wait than this, the caller is told so instead of waiting. */
const longestDelayMs = 5_000;

/** Milliseconds until the next attempt, or null if there is none. `attempt` counts from 0. */
export function delayBeforeRetryMs(error: ApiError, attempt: number, retries: number): number | null {
  if (attempt >= retries || (error.code !== "network" && error.status < 500)) return null;
  const delayMs = error.retryAfterMs ?? firstDelayMs * 2 ** attempt * (0.5 + Math.random());
  return delayMs <= longestDelayMs ? delayMs : null;
}

/** Rejects with the signal's reason as soon as the signal aborts. */
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
