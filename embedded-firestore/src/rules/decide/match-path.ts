// Matches the patterns of match blocks against the requested path. For a query, some parts of the
// path are open, and a pattern must match any value there. So literal text never matches an open
// part, and only `{x=**}` matches an open number of parts.
import type { PatternSegment } from "../syntax/ast.ts";
import type { RuleValue } from "../values/values.ts";

/** Text, one open part, or any number of open parts. */
export type SubjectSegment = string | { readonly open: "one" | "many" };

/** The values of the captures in order. Undefined if the pattern does not match. */
export function matchPath(
  pattern: readonly PatternSegment[],
  subject: readonly SubjectSegment[],
  version: "1" | "2",
): RuleValue[] | undefined {
  // Remembers failed states. Otherwise nested {x=**} captures would try every way to split the
  // path.
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
      // Collection group queries need version 2.
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
