// The parts of a condition that a test run has not exercised: never evaluated, never true or never
// false. Reports only the outermost part, because nothing inside an unevaluated part was evaluated
// either.
import type { CheckedRules } from "../check/checked-rules.ts";
import type { Expression } from "../syntax/ast.ts";
import type { Counts } from "../evaluate/counts.ts";
import type { SourceText } from "./source-text.ts";

/** A part of the rules that no request has fully exercised. */
export interface CoverageGap {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly gap: "never evaluated" | "never true" | "never false" | "only ever an error";
}

export function gapsOf(rules: CheckedRules, counts: Counts, source: SourceText): CoverageGap[] {
  const found: { offset: number; gap: CoverageGap }[] = [];
  const add = (node: { offset: number; end: number }, gap: CoverageGap["gap"]): void => {
    const [line, column] = [source.lineOf(node.offset), source.columnOf(node.offset)];
    found.push({ offset: node.offset, gap: { line, column, text: source.textOf(node), gap } });
  };

  const visit = (node: Expression): void => {
    if (node.kind === "literal") return;
    if (!counts.expressions[node.id]) return add(node, "never evaluated");
    const inner = partsOf(node);
    if (inner.length > 0) return inner.forEach(visit);
    // A variable is judged where it is declared.
    if (node.kind === "name") return;
    const [trues, falses] = [counts.trues[node.id] ?? 0, counts.falses[node.id] ?? 0];
    if (!counts.values[node.id]) add(node, "only ever an error");
    else if (trues > 0 && falses === 0) add(node, "never false");
    else if (trues === 0 && falses > 0) add(node, "never true");
  };

  for (const allow of rules.rules.flatMap(({ allows }) => allows)) {
    if (!counts.allows.has(allow)) add(allow, "never evaluated");
    else if (allow.condition) visit(allow.condition);
  }
  for (const { bindings, result } of rules.functions) {
    for (const { value } of bindings) visit(value);
    visit(result);
  }
  return found.sort((a, b) => a.offset - b.offset).map(({ gap }) => gap);
}

/** The branches of a condition. Any other expression counts as one part. */
function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "logical":
      return [node.left, node.right];
    case "conditional":
      return [node.test, node.then, node.otherwise];
    case "unary":
      return node.operator === "!" ? [node.operand] : [];
    default:
      return [];
  }
}
