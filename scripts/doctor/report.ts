// What was found, as text for a person and as JSON for a program.
import type { Examined } from "./examine.ts";
import { plain, type Finding } from "./finding.ts";

const marks: Readonly<Record<Finding["mark"], string>> = {
  ok: "✓",
  failed: "✗",
  unknown: "?",
  told: "·",
  skipped: "–",
};

function describe(finding: Finding): string {
  switch (finding.mark) {
    case "ok":
    case "told":
      return finding.says;
    case "failed":
      return `${finding.says} [${finding.code}]`;
    case "unknown":
      return `not known, because ${finding.because} [${finding.code}]`;
    case "skipped":
      return `not looked at, because of ${finding.waitsFor}`;
    default:
      return finding satisfies never;
  }
}

/** More is never written on purpose. */
const maxLength = 2_000;

/**
 * One line for what was found, and below a failure its cause and its cure. Much of it has come from
 * outside.
 */
export function toText({ check, finding }: Examined): string {
  const lines = [`  ${marks[finding.mark]} ${check.what}: ${plain(describe(finding), maxLength)}`];
  if (finding.mark === "failed") lines.push(`      cause: ${plain(finding.cause, maxLength)}`);
  if (finding.mark === "failed" || finding.mark === "unknown") {
    lines.push(`      cure:  ${plain(finding.cure, maxLength)}`);
  }
  return lines.join("\n");
}

/** What waits for the same, in one line. */
export function skippedToText(found: readonly Examined[], nameOf: (id: string) => string): string[] {
  const waiting = new Map<string, string[]>();
  for (const { check, finding } of found) {
    if (finding.mark !== "skipped") continue;
    waiting.set(finding.waitsFor, [...(waiting.get(finding.waitsFor) ?? []), check.what]);
  }
  return [...waiting].map(
    ([id, checks]) => `  ${marks.skipped} Not looked at, because of "${nameOf(id)}": ${checks.join(", ")}`,
  );
}

function count(found: readonly Examined[]): Record<Finding["mark"], number> {
  const counts = { ok: 0, failed: 0, unknown: 0, told: 0, skipped: 0 };
  for (const { finding } of found) counts[finding.mark] += 1;
  return counts;
}

/** Only what was seen to be well is well. */
export function isWell(found: readonly Examined[]): boolean {
  const { failed, unknown } = count(found);
  return failed + unknown === 0;
}

export function summarize(found: readonly Examined[]): string {
  const { ok, failed, unknown, told, skipped } = count(found);
  const rest = [
    failed > 0 ? `${failed} failed` : "",
    unknown > 0 ? `${unknown} not known` : "",
    skipped > 0 ? `${skipped} not looked at` : "",
    told > 0 ? `${told} only told` : "",
  ].filter((part) => part !== "");
  return [`${ok} well`, ...rest].join(", ");
}

export function toJson(project: string, found: readonly Examined[]): string {
  const findings = found.map(({ check, finding }) => ({ check: check.id, what: check.what, ...finding }));
  return JSON.stringify({ project, isWell: isWell(found), counts: count(found), findings }, null, 2);
}
