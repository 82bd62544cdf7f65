// How fast a file moves, over the last seconds. It is a guess of what comes.

const spanMs = 5_000;
/** Samples closer to each other than this are one. */
const stepMs = 250;

export interface Rate {
  /** So many bytes in all, at this time. */
  add(bytes: number, atMs: number): void;
  /** Null until there are two samples. */
  perSecond(): number | null;
  /** It pauses, or begins at another place. */
  reset(): void;
}

export function createRate(): Rate {
  let samples: { bytes: number; atMs: number }[] = [];
  return {
    add(bytes, atMs) {
      const last = samples.at(-1);
      const isClose = samples.length > 1 && last !== undefined && atMs - (samples.at(-2)?.atMs ?? 0) < stepMs;
      if (isClose) samples.pop();
      samples.push({ bytes, atMs });
      while (samples.length > 2 && atMs - (samples[1]?.atMs ?? atMs) > spanMs) samples.shift();
    },
    perSecond() {
      const [first, last] = [samples[0], samples.at(-1)];
      if (first === undefined || last === undefined || last.atMs <= first.atMs) return null;
      return ((last.bytes - first.bytes) * 1_000) / (last.atMs - first.atMs);
    },
    reset() {
      samples = [];
    },
  };
}
