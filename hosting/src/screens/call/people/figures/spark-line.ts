// Draws readings as the path of a small plot. The newest is at the right edge. A missing reading
// breaks the line.

/** In the plot's own units: one step to the right for each reading. */
export const plotHeight = 20;
/** Keeps the stroke inside the plot. */
const inset = 1.5;

interface Plot {
  /** The number of readings that fills the plot. */
  readonly count: number;
  /** The smallest maximum of the scale, so that noise near zero stays flat. */
  readonly ceiling: number;
}

export function drawSparkLine(values: readonly (number | null)[], { count, ceiling }: Plot): string {
  const shown = values.slice(-count);
  const top = Math.max(ceiling, ...shown.map((value) => value ?? 0));
  let path = "";
  let isDrawing = false;
  for (const [index, value] of shown.entries()) {
    if (value !== null) {
      const x = count - shown.length + index;
      const y = plotHeight - inset - (value / top) * (plotHeight - 2 * inset);
      // A line of length zero is a dot, so that a single reading is visible.
      path += isDrawing ? `L${x} ${round(y)}` : `M${x} ${round(y)}h0`;
    }
    isDrawing = value !== null;
  }
  return path;
}

/** Null without a reading. */
export function rangeOf(values: readonly (number | null)[]): { lowest: number; highest: number } | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : { lowest: Math.min(...known), highest: Math.max(...known) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
