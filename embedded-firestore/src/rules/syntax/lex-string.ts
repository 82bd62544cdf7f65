// String and bytes literals. An unknown escape keeps its backslash, so that '\.' in a regular
// expression stays '\.'.
import type { Scanner } from "./scanner.ts";

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

export function lexString(scanner: Scanner, isBytes: boolean): void {
  const start = scanner.offset;
  if (isBytes) scanner.offset += 1;
  const quote = scanner.source[scanner.offset];
  scanner.offset += 1;
  let text = "";
  const bytes: number[] = [];
  const add = (piece: string): void => {
    text += piece;
    if (isBytes) bytes.push(...encoder.encode(piece));
  };
  for (;;) {
    const character = String.fromCodePoint(scanner.source.codePointAt(scanner.offset) ?? 10);
    if (character === "\n") scanner.fail("this string is never closed", start);
    scanner.offset += character.length;
    if (character === quote) break;
    if (character !== "\\") {
      add(character);
      continue;
    }
    const code = readCode(scanner);
    if (code !== undefined && isBytes && code.isByte) bytes.push(code.value);
    else if (code !== undefined) add(String.fromCodePoint(code.value));
    else add(readPlain(scanner));
  }
  scanner.push(isBytes ? "bytes" : "string", text, start, isBytes ? { bytes: Uint8Array.from(bytes) } : {});
}

function readCode(scanner: Scanner): { value: number; isByte: boolean } | undefined {
  const start = scanner.offset;
  const text = scanner.take(CODE);
  if (text === undefined) return undefined;
  const isOctal = /^\d/.test(text);
  const value = isOctal ? parseInt(text, 8) : parseInt(text.slice(1), 16);
  if (value > 0x10ffff) scanner.fail("no such character", start);
  return { value, isByte: isOctal || text.startsWith("x") };
}

function readPlain(scanner: Scanner): string {
  const character = scanner.source[scanner.offset] ?? "";
  const plain = Object.hasOwn(PLAIN, character) ? PLAIN[character] : undefined;
  if (plain === undefined) return "\\";
  scanner.offset += 1;
  return plain;
}
