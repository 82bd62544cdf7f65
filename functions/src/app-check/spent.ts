// The challenges for which this instance has given a token, until they end. Another instance does
// not know them, so a challenge is worth one token from each instance at most.

export interface Spent {
  /** False if it was spent before. */
  spend(challenge: string, endsAtMs: number, nowMs: number): boolean;
}

/** Beyond this the oldest is forgotten. Each one has cost its owner the work. */
const maxKept = 20_000;

export function createSpent(): Spent {
  const ends = new Map<string, number>();

  function forgetOldest(nowMs: number): void {
    for (const [challenge, endsAtMs] of ends) {
      if (endsAtMs > nowMs && ends.size <= maxKept) return;
      ends.delete(challenge);
    }
  }

  return {
    spend(challenge, endsAtMs, nowMs) {
      forgetOldest(nowMs);
      if (ends.has(challenge)) return false;
      ends.set(challenge, endsAtMs);
      return true;
    },
  };
}
