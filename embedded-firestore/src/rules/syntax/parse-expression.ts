// Tokens -> expressions. Precedence, lowest first: ?:, ||, &&, == !=, in is, < <= > >=, + -, * / %,
// unary ! -, then member, index and call.
import type { Binary, Expression, Logical } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { finishNode } from "./finish-node.ts";
import { parseOperand } from "./parse-operand.ts";

const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["in", "is"],
  ["<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "/", "%"],
];

export function parseExpression(cursor: Cursor): Expression {
  return cursor.nest(() => {
    const test = parseLevel(cursor, 0);
    if (!cursor.accept("symbol", "?")) return test;
    const then = parseExpression(cursor);
    cursor.expectSymbol(":", "between the two results of '?'");
    const otherwise = parseExpression(cursor);
    return finishNode(cursor, { kind: "conditional", test, then, otherwise, offset: test.offset, end: otherwise.end });
  });
}

function parseLevel(cursor: Cursor, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(cursor);
  let left = parseLevel(cursor, level + 1);
  for (;;) {
    const { kind, text } = cursor.token;
    if ((kind !== "symbol" && kind !== "name") || !operators.includes(text)) return left;
    cursor.advance();
    left = text === "is" ? parseTypeTest(cursor, left) : parseRight(cursor, left, text, level);
  }
}

function parseRight(cursor: Cursor, left: Expression, operator: string, level: number): Expression {
  const right = parseLevel(cursor, level + 1);
  const place = { left, right, offset: left.offset, end: right.end };
  return operator === "&&" || operator === "||"
    ? finishNode(cursor, { kind: "logical", operator, ...place } satisfies Omit<Logical, "id" | "depth">)
    : finishNode(cursor, { kind: "binary", operator: operator as Binary["operator"], ...place });
}

function parseTypeTest(cursor: Cursor, operand: Expression): Expression {
  const type = cursor.expectName("the type after 'is'");
  const place = { offset: operand.offset, end: type.end };
  return finishNode(cursor, { kind: "is", operand, typeName: type.text, typeOffset: type.offset, ...place });
}

function parseUnary(cursor: Cursor): Expression {
  const { offset } = cursor.token;
  const operator = cursor.accept("symbol", "!") ?? cursor.accept("symbol", "-");
  if (operator === undefined) return parseOperand(cursor, parseExpression);
  const operand = cursor.nest(() => parseUnary(cursor));
  const { end } = operand;
  if (operator.text === "!") return finishNode(cursor, { kind: "unary", operator: "!", operand, offset, end });
  // The smallest int has no positive counterpart, so the sign belongs to the literal.
  if (operand.kind === "literal" && typeof operand.value === "bigint" && /\d/.test(cursor.source[operator.end] ?? "")) {
    return finishNode(cursor, { kind: "literal", value: -operand.value, offset, end });
  }
  return finishNode(cursor, { kind: "unary", operator: "-", operand, offset, end });
}
