// Short expectations about rules: `expectEval("1 in [1, 2]")`, `expectError("1 + 'a'")`,
// `expectFault("...", ...)`.
import { expect } from "chai";
import type { Document, Value } from "../../src/engine/index.ts";
import type { Decision, Lookup, QueryFacts, RulesRequest } from "../../src/rules/index.ts";
import { compileRules, RulesSyntaxError } from "../../src/rules/index.ts";

export const NOW = "2024-02-29T12:30:45.678901Z";
const ROOT = "projects/demo/databases/(default)/documents/";

/**
 * Converts plain JavaScript to a stored value. Numbers without a fraction are ints, Dates are
 * timestamps.
 */
export function toValue(value: unknown): Value {
  if (value === null) return { nullValue: null };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "number") return Number.isInteger(value) ? { integerValue: `${value}` } : { doubleValue: value };
  if (typeof value === "string") return { stringValue: value };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toValue) } };
  return { mapValue: { fields: toFields(value as object) } };
}

function toFields(data: object): Record<string, Value> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, toValue(value)]));
}

export function toDocument(path: string, data: object): Document {
  return { name: ROOT + path, fields: toFields(data), createTime: NOW, updateTime: NOW };
}

/** A lookup of documents by path, the same before and after the write. */
export function lookupOf(documents: Readonly<Record<string, object>>): Lookup & { readonly asked: string[] } {
  const asked: string[] = [];
  const get = (path: string): Document | undefined => {
    asked.push(path);
    const data = documents[path];
    return data && toDocument(path, data);
  };
  return { get, getAfter: get, asked };
}

export function requestOf(given: Partial<RulesRequest> = {}): RulesRequest {
  return { method: "get", database: "(default)", path: "rooms/abc", auth: null, time: NOW, ...given };
}

export function inDocuments(body: string, version: "1" | "2" = "2"): string {
  return `rules_version = '${version}';
service cloud.firestore {
  match /databases/{database}/documents {
${body}
  }
}`;
}

/** Decides with one block for `rooms/{room}` that allows everything under this condition. */
export function decideIf(
  condition: string,
  given: Partial<RulesRequest> = {},
  lookup: Lookup = lookupOf({}),
): Decision {
  const source = inDocuments(`match /rooms/{room} { allow read, write: if ${condition}; }`);
  return compileRules(source).decide(requestOf(given), lookup);
}

/** Whether the condition, which may call these functions, allows a read. */
export function decideWithFunctions(functions: string, condition: string): boolean {
  const source = inDocuments(`${functions}\nmatch /rooms/{r} { allow read: if ${condition}; }`);
  return compileRules(source).decide(requestOf(), lookupOf({})).isAllowed;
}

/** The expression is true at the top of a condition, where an error would deny. */
export function expectEval(expression: string, given: Partial<RulesRequest> = {}, lookup: Lookup = lookupOf({})): void {
  const decision = decideIf(expression, given, lookup);
  expect(decision.isAllowed, decision.isAllowed ? "" : decision.explanation).to.equal(true);
}

/** The expression is false and not an error: its negation is true. */
export function expectFalse(
  expression: string,
  given: Partial<RulesRequest> = {},
  lookup: Lookup = lookupOf({}),
): void {
  expectEval(`!(${expression})`, given, lookup);
}

/** The expression is an error, both in a condition and in its negation. */
export function expectError(expression: string, given: Partial<RulesRequest> = {}, reason?: RegExp): void {
  const plain = decideIf(`(${expression}) == null || true == false`, given);
  const other = decideIf(`(${expression}) != null || true == false`, given);
  for (const decision of [plain, other]) {
    expect(decision.isAllowed).to.equal(false);
    if (!decision.isAllowed) expect(decision.explanation).to.match(reason ?? /error/);
  }
}

/** The file is rejected at this place, and the message shows the line with a caret. */
export function expectFault(source: string, reason: RegExp, line?: number, column?: number): void {
  let fault: unknown;
  try {
    compileRules(source);
  } catch (error) {
    fault = error;
  }
  if (!(fault instanceof RulesSyntaxError)) throw new Error(`not refused: ${source}`, { cause: fault });
  expect(fault.reason).to.match(reason);
  if (line !== undefined) expect(fault.line, fault.message).to.equal(line);
  if (column !== undefined) expect(fault.column, fault.message).to.equal(column);
  const [, shown = "", caret = ""] = fault.message.split("\n");
  expect(shown).to.equal(source.split("\n")[fault.line - 1]);
  expect(caret.indexOf("^")).to.equal(fault.column - 1);
}

/** Decides a query on `rooms` with one block for its documents. */
export function listIf(condition: string, query: QueryFacts = {}, given: Partial<RulesRequest> = {}): Decision {
  const from = [{ collectionId: "rooms" }];
  return decideIf(condition, { method: "list", path: "rooms", query: { from, ...query }, ...given });
}
