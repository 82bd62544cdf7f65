// `&&` and `||` ignore an error on one side if the other side alone decides the result. The order
// does not matter.
import type { Expression, Logical } from "../syntax/ast.ts";
import type { RuleValue } from "../values/values.ts";
import { refuse } from "../library/types.ts";
import { RuleError } from "../values/rule-error.ts";

export function expectBool(value: RuleValue): boolean {
  if (typeof value === "boolean") return value;
  return refuse("bool", value);
}

export function evaluateLogical(node: Logical, at: (child: Expression) => RuleValue): boolean {
  const decisive = node.operator === "||";
  const left = attempt(node.left, at);
  if (left === decisive) return decisive;
  const right = attempt(node.right, at);
  if (right === decisive) return decisive;
  if (left instanceof RuleError) throw left;
  if (right instanceof RuleError) throw right;
  return !decisive;
}

function attempt(node: Expression, at: (child: Expression) => RuleValue): boolean | RuleError {
  try {
    return expectBool(at(node));
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
}
