// Waits from outside the page: asks again every 50 ms until the answer is right, up to a cap that only a failure reaches. On a busy
// machine it asks less often: each pause is at least twice as long as the question took, which is work for the page too.

/** Two processors that carry several systems and a dozen pages need tens of seconds for what is otherwise done in two. */
export const defaultCapMs = 60_000;

export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  capMs = defaultCapMs,
): Promise<T> {
  const deadline = Date.now() + capMs;
  for (;;) {
    const askedAt = Date.now();
    const answer = await ask();
    if (isRight(answer)) return answer;
    const tookMs = Date.now() - askedAt;
    if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer)} after ${capMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, Math.max(50, 2 * tookMs)));
  }
}
