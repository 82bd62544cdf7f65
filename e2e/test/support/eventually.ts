// Waits from outside the page. Asks every 50 ms until the answer is the expected one, up to a cap
// that only a failure reaches. Each pause is at least twice as long as the answer took: asking is
// work for the page too, and a busy machine is asked less often.

/** Two CPUs that run several systems and a dozen pages need tens of seconds instead of two. */
export const defaultCapMs = 60_000;

export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  isExpected: (answer: T) => boolean,
  capMs = defaultCapMs,
): Promise<T> {
  const deadline = Date.now() + capMs;
  for (;;) {
    const askedAt = Date.now();
    const answer = await ask();
    if (isExpected(answer)) return answer;
    const tookMs = Date.now() - askedAt;
    if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer)} after ${capMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, Math.max(50, 2 * tookMs)));
  }
}
