// String and bytes literals. An escape that means nothing keeps its backslash, so that '\.' in a regular expression stays one.
import type { Lexer } from "./tokens.ts";

const PLAIN: Record<string, string> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "`": "`",
  "?": "?",
  "/": "/",
};
const CODE = /x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2}/y;
const encoder = new TextEncoder();

export function lexString(lexer: Lexer, isBytes: boolean): void {
  const start = lexer.offset;
  if (isBytes) lexer.offset += 1;
  const quote = lexer.source[lexer.offset];
  lexer.offset += 1;
  let text = "";
  const bytes: number[] = [];
  const add = (piece: string): void => {
    text += piece;
    if (isBytes) bytes.push(...encoder.encode(piece));
  };
  for (;;) {
    const character = String.fromCodePoint(lexer.source.codePointAt(lexer.offset) ?? 10);
    if (character === "\n") lexer.fail("this string is never closed", start);
    lexer.offset += character.length;
    if (character === quote) break;
    if (character !== "\\") {
      add(character);
      continue;
    }
    const code = readCode(lexer);
    if (code !== undefined && isBytes && code.isByte) bytes.push(code.value);
    else if (code !== undefined) add(String.fromCodePoint(code.value));
    else add(readPlain(lexer));
  }
  lexer.push(isBytes ? "bytes" : "string", text, start, isBytes ? { bytes: Uint8Array.from(bytes) } : {});
}

function readCode(lexer: Lexer): { value: number; isByte: boolean } | undefined {
  const start = lexer.offset;
  const text = lexer.take(CODE);
  if (text === undefined) return undefined;
  const isOctal = /^\d/.test(text);
  const value = isOctal ? parseInt(text, 8) : parseInt(text.slice(1), 16);
  if (value > 0x10ffff) lexer.fail("no such character", start);
  return { value, isByte: isOctal || text.startsWith("x") };
}

function readPlain(lexer: Lexer): string {
  const character = lexer.source[lexer.offset] ?? "";
  const plain = Object.hasOwn(PLAIN, character) ? PLAIN[character] : undefined;
  if (plain === undefined) return "\\";
  lexer.offset += 1;
  return plain;
}
