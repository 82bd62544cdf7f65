// Lists the expressions of firestore.rules that the attacks have not evaluated both ways. A listed
// expression is no failure: nobody has attacked it from that side.
import type { RunningFirestore } from "@meetogram/embedded-firestore";

/** One line for each gap, in the order of the file. */
export function describeCoverage(firestore: RunningFirestore, projectId: string): string[] {
  const gaps = [...firestore.coverage(projectId)].sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = gaps.map(({ line, column, gap, text }) => `firestore.rules:${line}:${column} ${gap}: ${text}`);
  return [`firestore.rules: ${gaps.length} expressions that the attacks have not tried both ways`, ...lines];
}
