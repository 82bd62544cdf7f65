// Tokens -> the blocks of a rules file: service, match, allow and function.
import type { AllowStatement, FunctionDeclaration, MatchBlock, PatternSegment, RulesFile } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseAllow } from "./parse-allow.ts";
import { parseFunction } from "./parse-function.ts";

const MAX_MATCH_NESTING = 10;

export function parseFile(cursor: Cursor): RulesFile {
  const version = parseVersion(cursor);
  const functions: FunctionDeclaration[] = [];
  let service: MatchBlock | undefined;
  while (!cursor.is("end")) {
    if (cursor.is("name", "function")) functions.push(parseFunction(cursor));
    else if (service !== undefined) cursor.fail(`nothing may follow the service, found ${cursor.describe()}`);
    else service = parseService(cursor);
  }
  if (service === undefined) cursor.fail("a rules file needs 'service cloud.firestore { ... }'");
  const root: MatchBlock = { ...service, functions, blocks: [service] };
  return { version, root, expressionCount: cursor.expressionCount };
}

function parseVersion(cursor: Cursor): "1" | "2" {
  if (!cursor.accept("name", "rules_version")) return "1";
  cursor.expectSymbol("=", "after rules_version");
  const { text, offset } = cursor.token;
  if (!cursor.accept("string") || (text !== "1" && text !== "2")) cursor.fail("rules_version is '1' or '2'", offset);
  cursor.accept("symbol", ";");
  return text;
}

function parseService(cursor: Cursor): MatchBlock {
  const start = cursor.token.offset;
  if (!cursor.accept("name", "service")) {
    const hint = cursor.is("name", "rules_version") ? "rules_version stands once, at the top" : "'service' is missing";
    cursor.fail(`${hint}, found ${cursor.describe()}`);
  }
  const at = cursor.token.offset;
  const names = [cursor.expectName("the name of the service").text];
  while (cursor.accept("symbol", ".")) names.push(cursor.expectName("the name of the service").text);
  if (names.join(".") !== "cloud.firestore") cursor.fail(`only the service cloud.firestore is known`, at);
  return parseBody(cursor, start, [], 0);
}

function parseMatch(cursor: Cursor, nesting: number): MatchBlock {
  const { offset } = cursor.advance();
  if (nesting > MAX_MATCH_NESTING) cursor.fail(`match blocks nest at most ${MAX_MATCH_NESTING} deep`, offset);
  const pattern: PatternSegment[] = [];
  if (!cursor.is("segment") && !cursor.is("capture") && !cursor.is("bindStart")) {
    cursor.fail(`a match path begins with '/', found ${cursor.describe()}`);
  }
  while (!cursor.accept("pathEnd")) {
    const { kind, text, offset, isRecursive = false } = cursor.advance();
    if (kind === "segment") pattern.push({ kind: "text", text });
    else if (kind === "capture") pattern.push({ kind: "capture", name: text, isRecursive, offset });
    else cursor.fail("a match path holds text and captures {name}, no expressions", offset);
  }
  return parseBody(cursor, offset, pattern, nesting);
}

function parseBody(cursor: Cursor, offset: number, pattern: PatternSegment[], nesting: number): MatchBlock {
  cursor.expectSymbol("{", pattern.length > 0 ? "after the match path" : "after the service");
  const functions: FunctionDeclaration[] = [];
  const allows: AllowStatement[] = [];
  const blocks: MatchBlock[] = [];
  while (!cursor.is("symbol", "}")) {
    if (cursor.is("name", "match")) blocks.push(parseMatch(cursor, nesting + 1));
    else if (cursor.is("name", "function")) functions.push(parseFunction(cursor));
    else if (!cursor.is("name", "allow")) cursor.fail(describeMisplaced(cursor));
    else if (nesting === 0) cursor.fail("an allow stands inside a match block");
    else allows.push(parseAllow(cursor));
  }
  const { end } = cursor.advance();
  return { kind: "match", pattern, functions, allows, blocks, offset, end };
}

function describeMisplaced(cursor: Cursor): string {
  if (cursor.is("end")) return "missing '}' at the end of the file";
  if (cursor.is("symbol", ";")) return "this ';' ends nothing";
  if (cursor.is("segment") || cursor.is("capture")) return "'match' is missing before this path";
  return `'match', 'allow' or 'function' is missing, found ${cursor.describe()}`;
}
