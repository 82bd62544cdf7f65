// Asks again and again until there is an answer. Null when time is up.
import type { Clock } from "../platform/clock.ts";

export interface Polling {
  readonly clock: Clock;
  readonly everyMs: number;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

export async function poll<T>(
  ask: () => T | null | Promise<T | null>,
  { clock, everyMs, withinMs, signal }: Polling,
): Promise<T | null> {
  const startedAt = clock.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null || signal.aborted || clock.now() - startedAt >= withinMs) return answer;
    await pause(clock, everyMs);
  }
}

export function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => void clock.after(delayMs, resolve));
}

/** Null when the work takes longer. What comes later is not waited for. */
export function within<T>(work: Promise<T>, clock: Clock, limitMs: number): Promise<T | null> {
  return Promise.race([work, pause(clock, limitMs).then(() => null)]);
}
