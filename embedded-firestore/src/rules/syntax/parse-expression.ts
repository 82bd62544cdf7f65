// Tokens -> expressions, by precedence: ?:, ||, &&, == !=, in is, < <= > >=, + -, * / %,
// unary ! -, then member, index and call.
import type { Binary, Expression, Logical } from "./ast.ts";
import { childrenOf } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
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
/** A chain of operators is as deep as it is long; evaluation stops at 1,000 expressions anyway. */
const MAX_DEPTH = 1200;

type Unfinished = Expression extends infer E ? (E extends Expression ? Omit<E, "id" | "depth"> : never) : never;

/** Gives a node its number and depth. */
export function finish(cursor: Cursor, node: Unfinished): Expression {
  const draft = { ...node, id: cursor.nextExpressionId(), depth: 1 } as Expression;
  const depth = 1 + childrenOf(draft).reduce((most, child) => Math.max(most, child.depth), 0);
  if (depth > MAX_DEPTH) cursor.fail("this expression is too long", node.offset);
  return { ...draft, depth };
}

export function parseExpression(cursor: Cursor): Expression {
  return cursor.nest(() => {
    const test = parseLevel(cursor, 0);
    if (!cursor.accept("symbol", "?")) return test;
    const then = parseExpression(cursor);
    cursor.expectSymbol(":", "between the two results of '?'");
    const otherwise = parseExpression(cursor);
    return finish(cursor, { kind: "conditional", test, then, otherwise, offset: test.offset, end: otherwise.end });
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
    ? finish(cursor, { kind: "logical", operator, ...place } satisfies Omit<Logical, "id" | "depth">)
    : finish(cursor, { kind: "binary", operator: operator as Binary["operator"], ...place });
}

function parseTypeTest(cursor: Cursor, operand: Expression): Expression {
  const type = cursor.expectName("the type after 'is'");
  const place = { offset: operand.offset, end: type.end };
  return finish(cursor, { kind: "is", operand, typeName: type.text, typeOffset: type.offset, ...place });
}

function parseUnary(cursor: Cursor): Expression {
  const { offset } = cursor.token;
  const operator = cursor.accept("symbol", "!") ?? cursor.accept("symbol", "-");
  if (operator === undefined) return parseOperand(cursor);
  const operand = cursor.nest(() => parseUnary(cursor));
  const { end } = operand;
  if (operator.text === "!") return finish(cursor, { kind: "unary", operator: "!", operand, offset, end });
  // The smallest int has no positive counterpart, so a sign belongs to the literal.
  if (operand.kind === "literal" && typeof operand.value === "bigint" && /\d/.test(cursor.source[operator.end] ?? "")) {
    return finish(cursor, { kind: "literal", value: -operand.value, offset, end });
  }
  return finish(cursor, { kind: "unary", operator: "-", operand, offset, end });
}
