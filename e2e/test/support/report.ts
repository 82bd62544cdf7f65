// Prints how long a recovery took, beside its test. No test asserts these times.

export function reportTime(what: string, sinceMs: number, untilMs = Date.now()): void {
  process.stdout.write(`        ${what} ${((untilMs - sinceMs) / 1_000).toFixed(1)} s\n`);
}
