// `function name(a, b) { let c = a + b; return c; }`
import type { FunctionDeclaration } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression } from "./parse-expression.ts";

const MAX_PARAMETERS = 7;
const MAX_BINDINGS = 10;

export function parseFunction(cursor: Cursor): FunctionDeclaration {
  cursor.advance();
  const name = cursor.expectName("the name of the function");
  cursor.expectSymbol("(", "after the name of the function");
  const parameters: { name: string; offset: number }[] = [];
  while (!cursor.is("symbol", ")")) {
    const { text, offset } = cursor.expectName("the name of a parameter");
    parameters.push({ name: text, offset });
    if (!cursor.accept("symbol", ",")) break;
  }
  cursor.expectSymbol(")", "after the parameters");
  if (parameters.length > MAX_PARAMETERS)
    cursor.fail(`a function has at most ${MAX_PARAMETERS} parameters`, name.offset);
  cursor.expectSymbol("{", "before the body of the function");
  const bindings = parseBindings(cursor);
  if (!cursor.accept("name", "return")) cursor.fail(`'return' is missing, found ${cursor.describe()}`);
  const result = parseExpression(cursor);
  // Many rules files omit the semicolon before the closing brace.
  if (!cursor.is("symbol", "}")) cursor.expectSymbol(";", "after return");
  const { end } = cursor.expectSymbol("}", "after the body of the function");
  return { kind: "function", name: name.text, parameters, bindings, result, offset: name.offset, end };
}

function parseBindings(cursor: Cursor): FunctionDeclaration["bindings"] {
  const bindings: { name: string; offset: number; value: FunctionDeclaration["result"] }[] = [];
  while (cursor.accept("name", "let")) {
    const { text, offset } = cursor.expectName("the name of the variable");
    cursor.expectSymbol("=", "after the name of the variable");
    bindings.push({ name: text, offset, value: parseExpression(cursor) });
    cursor.expectSymbol(";", "after let");
    if (bindings.length > MAX_BINDINGS) cursor.fail(`a function has at most ${MAX_BINDINGS} variables`, offset);
  }
  return bindings;
}
