// `allow read, create: if condition;`
import type { AllowStatement, Method } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression } from "./parse-expression.ts";

const METHODS: Readonly<Record<string, readonly Method[]>> = {
  read: ["get", "list"],
  write: ["create", "update", "delete"],
  get: ["get"],
  list: ["list"],
  create: ["create"],
  update: ["update"],
  delete: ["delete"],
};

const STATEMENTS: ReadonlySet<string> = new Set(["allow", "match", "function"]);

export function parseAllow(cursor: Cursor): AllowStatement {
  const { offset } = cursor.advance();
  const names: string[] = [];
  const methods = new Set<Method>();
  do {
    const name = cursor.expectName("a method (read, write, get, list, create, update, delete)");
    if (!Object.hasOwn(METHODS, name.text)) {
      cursor.fail(`unknown method '${name.text}': use read, write, get, list, create, update or delete`, name.offset);
    }
    names.push(name.text);
    for (const method of METHODS[name.text] ?? []) methods.add(method);
  } while (cursor.accept("symbol", ","));
  const condition = parseCondition(cursor);
  if (!canOmitSemicolon(cursor)) cursor.expectSymbol(";", "after allow");
  return { kind: "allow", methods, methodText: names.join(", "), condition, offset, end: cursor.previousEnd };
}

/** The official compiler takes an `allow` without a semicolon if the next statement is clear. */
function canOmitSemicolon(cursor: Cursor): boolean {
  return cursor.is("symbol", "}") || (cursor.is("name") && STATEMENTS.has(cursor.token.text));
}

function parseCondition(cursor: Cursor): AllowStatement["condition"] {
  if (!cursor.accept("symbol", ":")) {
    if (cursor.is("name", "if")) cursor.fail("missing ':' before 'if'", cursor.previousEnd);
    return undefined;
  }
  if (!cursor.accept("name", "if")) cursor.fail(`missing 'if' before the condition, found ${cursor.describe()}`);
  return parseExpression(cursor);
}
