// Lines, columns and excerpts of a rules file.

export interface SourceText {
  lineOf(offset: number): number;
  columnOf(offset: number): number;
  /** On one line, even if the source has several. */
  textOf(node: { readonly offset: number; readonly end: number }): string;
}

export function createSourceText(source: string): SourceText {
  const starts = [0, ...[...source.matchAll(/\n/g)].map((found) => found.index + 1)];
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return {
    lineOf,
    columnOf: (offset) => offset - (starts[lineOf(offset) - 1] ?? 0) + 1,
    textOf: ({ offset, end }) => source.slice(offset, end).replace(/\s+/g, " "),
  };
}
