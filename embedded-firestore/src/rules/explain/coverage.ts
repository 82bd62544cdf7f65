// How often each part of the rules was evaluated.
import type { CheckedRules } from "../check/checked-rules.ts";
import type { Counts } from "../evaluate/counts.ts";
import type { Expression } from "../syntax/ast.ts";
import { childrenOf } from "../syntax/ast.ts";
import type { SourceText } from "./source-text.ts";

/** How often one expression was evaluated, over all decisions of a ruleset. */
export interface ExpressionCoverage {
  readonly line: number;
  readonly column: number;
  readonly source: string;
  readonly count: number;
}

export function coverageOf(rules: CheckedRules, counts: Counts, source: SourceText): ExpressionCoverage[] {
  const result: { offset: number; entry: ExpressionCoverage }[] = [];
  const add = (node: { offset: number; end: number }, count: number): void => {
    const [line, column] = [source.lineOf(node.offset), source.columnOf(node.offset)];
    result.push({ offset: node.offset, entry: { line, column, source: source.textOf(node), count } });
  };
  const addAll = (node: Expression): void => {
    add(node, counts.expressions[node.id] ?? 0);
    childrenOf(node).forEach(addAll);
  };
  for (const allow of rules.rules.flatMap(({ allows }) => allows)) {
    add(allow, counts.allows.get(allow) ?? 0);
    if (allow.condition !== undefined) addAll(allow.condition);
  }
  for (const { bindings, result: body } of rules.functions) {
    for (const { value } of bindings) addAll(value);
    addAll(body);
  }
  return result.sort((a, b) => a.offset - b.offset).map(({ entry }) => entry);
}
