// What a name means at one place in a rules file. A function sees the captures of the block that
// declares it, not those of the block that calls it. So each name is resolved once, here, before
// evaluation.
import type { FunctionDeclaration } from "../syntax/ast.ts";

/**
 * Where a name gets its value. Captures are numbered along the whole pattern; parameters and
 * variables are numbered within their function.
 */
export type Target =
  | { readonly kind: "global"; readonly name: "request" | "resource" }
  | { readonly kind: "capture"; readonly index: number }
  | { readonly kind: "local"; readonly index: number }
  /** A variable of a path that `bind` fills in. */
  | { readonly kind: "unbound" };

export interface Scope {
  readonly targets: ReadonlyMap<string, Target>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
}

export const GLOBAL_SCOPE: Scope = {
  targets: new Map([
    ["request", { kind: "global", name: "request" }],
    ["resource", { kind: "global", name: "resource" }],
  ]),
  functions: new Map(),
};

export function withTargets(scope: Scope, targets: Iterable<readonly [string, Target]>): Scope {
  return { ...scope, targets: new Map([...scope.targets, ...targets]) };
}

/** The known name closest to a mistyped one, if any is close. */
export function suggest(name: string, known: Iterable<string>): string {
  const near = [...known].map((candidate) => ({ candidate, distance: distanceOf(name, candidate) }));
  near.sort((a, b) => a.distance - b.distance);
  const best = near[0];
  return best !== undefined && best.distance <= Math.max(1, name.length / 3)
    ? `; did you mean '${best.candidate}'?`
    : "";
}

function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3 || a.length > 40) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? Infinity;
}
