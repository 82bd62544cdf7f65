// The inside of a path: `/rooms/{room}/users/$(request.auth.uid)`. A segment is text, a capture, or an expression to fill in.
import type { Lexer } from "./tokens.ts";

const TEXT = /(?:[^\s/{}()$,;[\]"'?&|=!<>+*:]|\([\w-]+\))+/y;
const CAPTURE = /\{\s*([A-Za-z_]\w*)\s*(=\s*\*\*)?\s*\}/y;

export function lexPath(lexer: Lexer): void {
  while (lexer.source[lexer.offset] === "/") {
    lexer.offset += 1;
    const start = lexer.offset;
    if (lexer.source[start] === "$") lexBinding(lexer, start);
    else if (lexer.source[start] === "{") lexCapture(lexer, start);
    else lexText(lexer, start);
  }
  lexer.push("pathEnd", "", lexer.offset);
}

function lexText(lexer: Lexer, start: number): void {
  const text = lexer.take(TEXT);
  if (text === undefined) lexer.fail("a path segment is missing here", start);
  lexer.push("segment", text, start);
}

function lexCapture(lexer: Lexer, start: number): void {
  const text = lexer.take(CAPTURE);
  if (text === undefined) lexer.fail("a capture is written {name} or {name=**}", start);
  const name = /\w+/.exec(text)?.[0] ?? "";
  lexer.push("capture", name, start, { isRecursive: text.includes("=") });
}

function lexBinding(lexer: Lexer, start: number): void {
  if (lexer.source[start + 1] !== "(") lexer.fail("a value is put into a path as $(expression)", start);
  lexer.offset += 2;
  lexer.push("bindStart", "$(", start);
  lexer.runUntilClosed(start);
  const next = lexer.source[lexer.offset];
  if (next !== undefined && /[\w$({-]/.test(next))
    lexer.fail("a path segment is either text or $(expression)", lexer.offset);
}
