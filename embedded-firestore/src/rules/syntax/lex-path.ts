// The inside of a path: `/rooms/{room}/users/$(request.auth.uid)`. A segment is text, a capture or
// an embedded expression.
import type { Scanner } from "./scanner.ts";

const TEXT = /(?:[^\s/{}()$,;[\]"'?&|=!<>+*:]|\([\w-]+\))+/y;
const CAPTURE = /\{\s*([A-Za-z_]\w*)\s*(=\s*\*\*)?\s*\}/y;

/**
 * `lexUntilClosed` reads the tokens up to the `)` that closes `$(`. It is passed in, because
 * expressions contain paths and paths contain expressions.
 */
export function lexPath(scanner: Scanner, lexUntilClosed: (open: number) => void): void {
  while (scanner.source[scanner.offset] === "/") {
    scanner.offset += 1;
    const start = scanner.offset;
    if (scanner.source[start] === "$") lexBinding(scanner, start, lexUntilClosed);
    else if (scanner.source[start] === "{") lexCapture(scanner, start);
    else lexText(scanner, start);
  }
  scanner.push("pathEnd", "", scanner.offset);
}

function lexText(scanner: Scanner, start: number): void {
  const text = scanner.take(TEXT);
  if (text === undefined) scanner.fail("a path segment is missing here", start);
  scanner.push("segment", text, start);
}

function lexCapture(scanner: Scanner, start: number): void {
  const text = scanner.take(CAPTURE);
  if (text === undefined) scanner.fail("a capture is written {name} or {name=**}", start);
  const name = /\w+/.exec(text)?.[0] ?? "";
  scanner.push("capture", name, start, { isRecursive: text.includes("=") });
}

function lexBinding(scanner: Scanner, start: number, lexUntilClosed: (open: number) => void): void {
  if (scanner.source[start + 1] !== "(") scanner.fail("a value is put into a path as $(expression)", start);
  scanner.offset += 2;
  scanner.push("bindStart", "$(", start);
  lexUntilClosed(start);
  const next = scanner.source[scanner.offset];
  if (next !== undefined && /[\w$({-]/.test(next))
    scanner.fail("a path segment is either text or $(expression)", scanner.offset);
}
