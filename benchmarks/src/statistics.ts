// What a benchmark reports of its samples, in milliseconds unless it says otherwise.

export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  readonly failures: number;
}

/** The value below which the fraction `q` of the samples lies (nearest rank); NaN for no samples. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

/** A null stands for an attempt that failed. */
export function summarise(samples: readonly (number | null)[]): Summary {
  const good = samples.filter((sample) => sample !== null);
  return {
    n: good.length,
    median: Math.round(quantile(good, 0.5)),
    p95: Math.round(quantile(good, 0.95)),
    failures: samples.length - good.length,
  };
}
