// Counts the refused attacks and the permitted acts of each kind. It counts only those that ended
// as the table says.
interface Count {
  refused: number;
  permitted: number;
}

const counts = new Map<string, Count>();

export function tally(kind: string, ended: keyof Count): void {
  const count = counts.get(kind) ?? { refused: 0, permitted: 0 };
  count[ended] += 1;
  counts.set(kind, count);
}

/** One line with the sums, and one for each kind. */
export function describeTally(): string[] {
  const all = [...counts.values()];
  const sum = (key: keyof Count) => all.reduce((total, count) => total + count[key], 0);
  const kinds = [...counts].map(
    ([kind, { refused, permitted }]) => `firestore.rules:   ${kind}: ${refused} refused, ${permitted} permitted`,
  );
  return [`firestore.rules: ${sum("refused")} attacks refused, ${sum("permitted")} acts permitted`, ...kinds];
}
