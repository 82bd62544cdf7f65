// Patterns of match blocks against the path that is asked for. For a query parts of that path are open: a pattern then has to
// match whatever stands there, so an open part never meets text, and an open number of parts meets `{x=**}` only.
import type { PatternSegment } from "../syntax/ast.ts";
import type { RuleValue } from "../values/values.ts";

/** Text, one part that is not known, or any number of them. */
export type SubjectSegment = string | { readonly open: "one" | "many" };

/** The values of the captures in order, or undefined when the pattern does not match. */
export function matchPath(
  pattern: readonly PatternSegment[],
  subject: readonly SubjectSegment[],
  version: "1" | "2",
): RuleValue[] | undefined {
  // States that failed once fail again: without this, nested {x=**} would try every way to divide the path.
  const failed = new Set<number>();

  function from(i: number, j: number): RuleValue[] | undefined {
    const segment = pattern[i];
    if (segment === undefined) return j === subject.length ? [] : undefined;
    const state = i * (subject.length + 1) + j;
    if (failed.has(state)) return undefined;
    const result = segment.kind === "capture" && segment.isRecursive ? fromRecursive(i, j) : fromSingle(segment, i, j);
    if (result === undefined) failed.add(state);
    return result;
  }

  function fromSingle(segment: PatternSegment, i: number, j: number): RuleValue[] | undefined {
    const part = subject[j];
    if (part === undefined || (typeof part === "object" && part.open === "many")) return undefined;
    if (segment.kind === "text") return segment.text === part ? from(i + 1, j + 1) : undefined;
    const rest = from(i + 1, j + 1);
    return rest && [typeof part === "string" ? part : openValue(segment.name), ...rest];
  }

  function fromRecursive(i: number, j: number): RuleValue[] | undefined {
    const least = version === "1" ? 1 : 0;
    for (let end = subject.length; end >= j + least; end--) {
      const parts = subject.slice(j, end);
      // Queries of collection groups came with version 2.
      if (version === "1" && parts.some((part) => typeof part === "object" && part.open === "many")) continue;
      const rest = from(i + 1, end);
      if (rest) return [capturedPath(parts), ...rest];
    }
    return undefined;
  }

  return from(0, 0);
}

function openValue(name: string): RuleValue {
  return { type: "unknown", subject: `{${name}}`, facts: [] };
}

function capturedPath(parts: readonly SubjectSegment[]): RuleValue {
  if (parts.some((part) => typeof part === "object" && part.open === "many")) {
    return { type: "unknown", subject: "the path of the documents", facts: [] };
  }
  return { type: "path", segments: parts.map((part) => (typeof part === "string" ? part : null)) };
}
