// A part of the Logging query language: comparisons, joined by AND or by a new line. It judges log
// entries as Cloud Logging would make them of our lines.
// https://cloud.google.com/logging/docs/view/logging-query-language
import type { LogLine } from "../stage/log.ts";

const severities = ["DEFAULT", "DEBUG", "INFO", "NOTICE", "WARNING", "ERROR", "CRITICAL", "ALERT", "EMERGENCY"];
const comparison = /^([\w.]+)(>=|<=|!=|=|>|<)("[^"]*"|-?\d+(?:\.\d+)?|true|false)$/;
const logID = /^log_id\("([^"]+)"\)$/;

export interface Comparison {
  readonly field: string;
  readonly operator: string;
  readonly value: string | number | boolean;
}

/** Throws at what it does not know. */
export function parseFilter(text: string): Comparison[] {
  const parts = text.split(/\n|\bAND\b/).map((part) => part.trim());
  return parts
    .filter((part) => part !== "")
    .map((part) => {
      const log = logID.exec(part);
      if (log) return { field: "log_id", operator: "=", value: log[1]! };
      const [, field, operator, value] = comparison.exec(part) ?? [];
      if (field === undefined) throw new Error(`Not a comparison: ${part}`);
      return { field, operator: operator!, value: JSON.parse(value!) as string };
    });
}

/** The entry that Cloud Logging makes of a line of a function. */
export function toEntry({ severity, ...jsonPayload }: LogLine) {
  const stream = severities.indexOf(String(severity)) < severities.indexOf("WARNING") ? "stdout" : "stderr";
  return { severity, jsonPayload, resource: { type: "cloud_run_revision" }, log_id: `run.googleapis.com/${stream}` };
}

export function fieldOf(entry: unknown, field: string): unknown {
  return field.split(".").reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], entry);
}

export function doesMatch(filter: string, line: LogLine): boolean {
  const entry = toEntry(line);
  return parseFilter(filter).every(({ field, operator, value }) => {
    const own = fieldOf(entry, field);
    if (own === undefined) return false;
    const rank = (of: unknown) => (field === "severity" ? severities.indexOf(String(of)) : (of as number));
    switch (operator) {
      case "=":
        return own === value;
      case "!=":
        return own !== value;
      case ">":
        return rank(own) > rank(value);
      case ">=":
        return rank(own) >= rank(value);
      case "<":
        return rank(own) < rank(value);
      default:
        return rank(own) <= rank(value);
    }
  });
}
