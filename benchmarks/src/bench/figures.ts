// The ratios in a result, and how they differ from those of another run. Absolute figures are left
// out: they say more about the machine than about the code.

export interface Figure {
  /** Where it stands, such as "meetogram 4 ratioToBare". */
  readonly name: string;
  readonly value: number;
  /** How far its median may be off by chance, as a share. Null where the result does not tell. */
  readonly noise: number | null;
}

const compared = /^(?:ratio\w*|roundTrips|times(?:SlowerThanBare|BareExpress)|gzipBytes)$/;
/** What tells the rows of a table apart. */
const labels = ["name", "step", "people"];
/** In a normal distribution the 95th percentile is the median and so many standard deviations. */
const sigmas = 1.645;
/** The standard error of a median is larger than that of a mean by this. */
const medianFactor = 1.25;

/** By the spread of the samples, if the row has it. */
function noiseOf(row: Readonly<Record<string, unknown>>): number | null {
  const { n, median, p95 } = row;
  if (typeof n !== "number" || typeof median !== "number" || typeof p95 !== "number") return null;
  if (n < 1 || median <= 0) return null;
  return (medianFactor * (p95 / median - 1)) / sigmas / Math.sqrt(n);
}

export function listFigures(result: unknown, path: readonly string[] = []): Figure[] {
  if (typeof result !== "object" || result === null) return [];
  const row = result as Readonly<Record<string, unknown>>;
  const own = labels.flatMap((label) => (row[label] === undefined ? [] : String(row[label])));
  const at = [...path, ...own];
  const noise = noiseOf(row);
  return Object.entries(row).flatMap(([key, value]) => {
    if (typeof value === "number") return compared.test(key) ? { name: [...at, key].join(" "), value, noise } : [];
    return listFigures(value, Array.isArray(result) || key === "table" ? at : [...at, key]);
  });
}

export interface Comparison {
  readonly name: string;
  readonly committed: number;
  readonly now: number;
  /** As a share: 0.1 is a tenth more than committed. */
  readonly change: number;
  readonly margin: number;
  /** Beyond the margin, in the worse direction. All these figures are better when smaller. */
  readonly isWorse: boolean;
}

/**
 * `leastMargin` holds where the spread is unknown or small. A figure that one of the two lacks is
 * left out.
 */
export function compare(committed: unknown, now: unknown, leastMargin: number): Comparison[] {
  const before = new Map(listFigures(committed).map((figure) => [figure.name, figure]));
  return listFigures(now).flatMap(({ name, value, noise }) => {
    const known = before.get(name);
    if (known === undefined || known.value === 0) return [];
    const change = value / known.value - 1;
    // Two standard errors of the difference of two medians.
    const margin = Math.max(leastMargin, 2 * Math.hypot(noise ?? 0, known.noise ?? 0));
    return { name, committed: known.value, now: value, change, margin, isWorse: change > margin };
  });
}
