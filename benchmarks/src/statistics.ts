// What a benchmark reports about its samples, in milliseconds unless stated otherwise.

export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  readonly failures: number;
}

/**
 * The value below which the fraction `q` of the samples lies (nearest rank). NaN without samples.
 */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

/** Null stands for a failed attempt. */
export function summarise(samples: readonly (number | null)[]): Summary {
  const good = samples.filter((sample) => sample !== null);
  return {
    n: good.length,
    median: Math.round(quantile(good, 0.5)),
    p95: Math.round(quantile(good, 0.95)),
    failures: samples.length - good.length,
  };
}

/**
 * The median of own/yardstick, round by round, so that a busy moment affects both. Null when no
 * round has both.
 */
export function medianRatio(own: readonly (number | null)[], yardstick: readonly (number | null)[]): number | null {
  const ratios = own.flatMap((sample, round) => {
    const beside = yardstick[round] ?? null;
    return sample === null || beside === null ? [] : [sample / beside];
  });
  return ratios.length === 0 ? null : Number(quantile(ratios, 0.5).toFixed(2));
}
