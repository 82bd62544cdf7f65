// Operands: literals, names, calls, lists, maps, paths, parentheses, and their suffixes (member,
// index, range, method).
import type { Expression } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { finishNode } from "./finish-node.ts";

const MAX_INT = 2n ** 63n;
const RESERVED = new Set(["match", "allow", "function", "service", "let", "return", "if", "in", "is"]);

/** Passed in, because expressions consist of operands and operands contain expressions. */
export type ParseExpression = (cursor: Cursor) => Expression;

export function parseOperand(cursor: Cursor, parseExpression: ParseExpression): Expression {
  let operand = parsePrimary(cursor, parseExpression);
  for (;;) {
    if (cursor.accept("symbol", ".")) operand = parseMember(cursor, parseExpression, operand);
    else if (cursor.accept("symbol", "[")) operand = parseIndex(cursor, parseExpression, operand);
    else return operand;
  }
}

function parsePrimary(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const { kind, text, offset, end } = cursor.token;
  switch (kind) {
    case "int":
    case "float":
      cursor.advance();
      return finishNode(cursor, { kind: "literal", value: parseNumber(cursor, kind, text, offset), offset, end });
    case "string":
      cursor.advance();
      return finishNode(cursor, { kind: "literal", value: text, offset, end });
    case "bytes": {
      const { bytes = new Uint8Array() } = cursor.advance();
      return finishNode(cursor, { kind: "literal", value: { type: "bytes", bytes }, offset, end });
    }
    case "name":
      return parseName(cursor, parseExpression);
    case "segment":
    case "bindStart":
      return parsePath(cursor, parseExpression);
    case "capture":
      return cursor.fail("a capture {name} belongs to a match path; a value is put into a path as $(expression)");
    case "symbol":
      if (text === "(") return parseParentheses(cursor, parseExpression);
      if (text === "[") return parseList(cursor, parseExpression);
      if (text === "{") return parseMap(cursor, parseExpression);
      break;
    case "pathEnd":
    case "end":
      break;
    default:
      kind satisfies never;
  }
  return cursor.fail(`an expression is missing, found ${cursor.describe()}`);
}

function parseNumber(cursor: Cursor, kind: "int" | "float", text: string, offset: number): bigint | number {
  if (kind === "float") return Number(text);
  const value = BigInt(text);
  const isNegative = cursor.source[offset - 1] === "-";
  if (value > (isNegative ? MAX_INT : MAX_INT - 1n)) cursor.fail("an int has 64 bits", offset);
  return value;
}

function parseName(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const { text, offset, end } = cursor.token;
  if (RESERVED.has(text)) cursor.fail(`an expression is missing, found the keyword '${text}'`);
  cursor.advance();
  if (text === "true" || text === "false")
    return finishNode(cursor, { kind: "literal", value: text === "true", offset, end });
  if (text === "null") return finishNode(cursor, { kind: "literal", value: null, offset, end });
  if (!cursor.is("symbol", "(")) return finishNode(cursor, { kind: "name", name: text, offset, end });
  const args = parseArguments(cursor, parseExpression);
  return finishNode(cursor, { kind: "call", name: text, args, offset, end: cursor.previousEnd });
}

function parseArguments(cursor: Cursor, parseExpression: ParseExpression): Expression[] {
  cursor.expectSymbol("(", "before the arguments");
  return parseItems(cursor, parseExpression, ")", "after the arguments");
}

function parseItems(cursor: Cursor, parseExpression: ParseExpression, close: string, where: string): Expression[] {
  const items: Expression[] = [];
  while (!cursor.is("symbol", close)) {
    items.push(parseExpression(cursor));
    if (!cursor.accept("symbol", ",")) break;
  }
  cursor.expectSymbol(close, where);
  return items;
}

function parseMember(cursor: Cursor, parseExpression: ParseExpression, object: Expression): Expression {
  const name = cursor.expectName("the name after '.'");
  const place = { offset: object.offset };
  if (!cursor.is("symbol", "("))
    return finishNode(cursor, { kind: "member", object, name: name.text, ...place, end: name.end });
  const args = parseArguments(cursor, parseExpression);
  const end = cursor.previousEnd;
  return finishNode(cursor, { kind: "method", object, name: name.text, nameOffset: name.offset, args, ...place, end });
}

function parseIndex(cursor: Cursor, parseExpression: ParseExpression, object: Expression): Expression {
  const { offset } = object;
  const index = parseExpression(cursor);
  if (!cursor.accept("symbol", ":")) {
    const { end } = cursor.expectSymbol("]", "after the index");
    return finishNode(cursor, { kind: "index", object, index, offset, end });
  }
  const to = parseExpression(cursor);
  const { end } = cursor.expectSymbol("]", "after the range");
  return finishNode(cursor, { kind: "range", object, from: index, to, offset, end });
}

function parseParentheses(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const { offset } = cursor.advance();
  const inner = parseExpression(cursor);
  const { end } = cursor.expectSymbol(")", "to close the '('");
  // Parentheses create no node. The inner node's source range includes them.
  return { ...inner, offset, end };
}

function parseList(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const { offset } = cursor.advance();
  const items = parseItems(cursor, parseExpression, "]", "after the list");
  return finishNode(cursor, { kind: "list", items, offset, end: cursor.previousEnd });
}

function parseMap(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const { offset } = cursor.advance();
  const entries: { key: Expression; value: Expression }[] = [];
  while (!cursor.is("symbol", "}")) {
    const key = parseExpression(cursor);
    cursor.expectSymbol(":", "after a key of the map");
    entries.push({ key, value: parseExpression(cursor) });
    if (!cursor.accept("symbol", ",")) break;
  }
  const { end } = cursor.expectSymbol("}", "after the map");
  return finishNode(cursor, { kind: "map", entries, offset, end });
}

function parsePath(cursor: Cursor, parseExpression: ParseExpression): Expression {
  // The token of a segment starts after its slash.
  const offset = cursor.token.offset - 1;
  const segments: (string | Expression)[] = [];
  while (!cursor.accept("pathEnd")) {
    const segment = cursor.accept("segment");
    if (segment !== undefined) segments.push(segment.text);
    else if (cursor.accept("bindStart")) {
      segments.push(parseExpression(cursor));
      cursor.expectSymbol(")", "to close the '$('");
    } else cursor.fail("a capture {name} belongs to a match path; a value is put into a path as $(expression)");
  }
  return finishNode(cursor, { kind: "path", segments, offset, end: cursor.previousEnd });
}
