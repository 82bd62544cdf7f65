// How long a recovery took, printed beside the test that waited for it: figures to look at, never asserted by a timer.

export function reportTime(what: string, sinceMs: number, untilMs = Date.now()): void {
  process.stdout.write(`        ${what} ${((untilMs - sinceMs) / 1_000).toFixed(1)} s\n`);
}
