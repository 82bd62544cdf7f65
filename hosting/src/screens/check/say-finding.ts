// A finding in a person's words.
import type { Finding } from "../../check/finding.ts";
import type { CheckMessages } from "../../messages/types/check.ts";

export function sayFinding({ line, code, figures }: Finding, { found, names }: CheckMessages): string {
  const text = found[line][code] ?? found.device[code] ?? found.any[code];
  if (text === undefined) throw new Error(`No text for "${code}" of ${line}`);
  if (typeof text === "string") return text;
  const said = Object.values(figures).map((figure) =>
    typeof figure === "number" ? figure : figure.map((word) => names[word] ?? word).join(", "),
  );
  return (text as (...figures: (string | number)[]) => string)(...said);
}
