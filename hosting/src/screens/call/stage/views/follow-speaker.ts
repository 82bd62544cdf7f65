// Whose picture is large while people speak in turns. A word of agreement or a cough changes
// nothing, and neither does silence.

export interface Following {
  readonly shown: string | null;
  readonly shownSinceMs: number;
  /** Since when each of those speaks who speak now. */
  readonly speakingSinceMs: ReadonlyMap<string, number>;
  /** When to look again if nothing changes until then. */
  readonly dueMs: number | null;
}

/** After the one who is shown has fallen silent. */
export const takeOverMs = 700;
/** While the one who is shown still speaks. */
export const interruptMs = 3_000;
/** Nobody is shown for less. */
export const leastShownMs = 1_500;

export const nobody: Following = {
  shown: null,
  shownSinceMs: Number.NEGATIVE_INFINITY,
  speakingSinceMs: new Map(),
  dueMs: null,
};

/** `present` are all people in their order, `speaking` some of them. */
export function followSpeaker(
  before: Following,
  now: { readonly present: readonly string[]; readonly speaking: readonly string[]; readonly atMs: number },
): Following {
  const { present, speaking, atMs } = now;
  const speakingSinceMs = new Map(speaking.map((key) => [key, before.speakingSinceMs.get(key) ?? atMs]));
  const longest = speaking
    .filter((key) => key !== before.shown)
    .sort((one, other) => (speakingSinceMs.get(one) ?? 0) - (speakingSinceMs.get(other) ?? 0))[0];

  if (before.shown === null || !present.includes(before.shown)) {
    const shown = longest ?? present[0] ?? null;
    return { shown, shownSinceMs: atMs, speakingSinceMs, dueMs: null };
  }
  if (longest === undefined) return { ...before, speakingSinceMs, dueMs: null };
  const isInterruption = speakingSinceMs.has(before.shown);
  const dueMs = Math.max(
    (speakingSinceMs.get(longest) ?? atMs) + (isInterruption ? interruptMs : takeOverMs),
    before.shownSinceMs + leastShownMs,
  );
  if (atMs < dueMs) return { ...before, speakingSinceMs, dueMs };
  return { shown: longest, shownSinceMs: atMs, speakingSinceMs, dueMs: null };
}
