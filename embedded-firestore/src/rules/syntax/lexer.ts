// Source -> tokens. After an operand, `/` is a division. Anywhere else it starts a path, which has
// its own syntax.
import { lexPath } from "./lex-path.ts";
import { lexString } from "./lex-string.ts";
import { Scanner } from "./scanner.ts";
import type { Token } from "./tokens.ts";

const MAX_SOURCE_LENGTH = 256 * 1024;
const MAX_PATH_NESTING = 10;
const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SYMBOL = /&&|\|\||[=!<>]=|[-+*%!<>?:.,;=(){}[\]]/y;
const KEYWORDS_BEFORE_OPERAND = new Set(["match", "return", "if", "in", "is", "let"]);

/** Reads one token at a time. A path adds several. */
export class Lexer extends Scanner {
  #pathNesting = 0;

  constructor(source: string) {
    super(source);
    if (source.length > MAX_SOURCE_LENGTH) this.fail("a rules file holds at most 256 kB", 0);
  }

  run(): Token[] {
    while (this.next());
    return this.tokens;
  }

  /** Reads tokens up to the matching `)`: the inside of `$(...)`. */
  private runUntilClosed(open: number): void {
    if (++this.#pathNesting > MAX_PATH_NESTING) this.fail("paths are nested too deeply", open);
    for (let depth = 1; depth > 0;) {
      if (!this.next()) this.fail("this '$(' is never closed", open);
      const text = this.tokens.at(-1);
      if (text?.kind === "symbol" && text.text === "(") depth += 1;
      if (text?.kind === "symbol" && text.text === ")") depth -= 1;
    }
    this.#pathNesting -= 1;
  }

  private next(): boolean {
    this.take(SPACE);
    const start = this.offset;
    const first = this.source[start];
    if (first === undefined) {
      this.push("end", "", start);
      return false;
    }
    if (this.source.startsWith("/*", start)) this.fail("this comment is never closed", start);
    if (first === "/" && !this.isAfterOperand()) {
      lexPath(this, (open) => this.runUntilClosed(open));
      return true;
    }
    const prefix = first === "b" || first === "B" ? 1 : 0;
    const quote = this.source[start + prefix];
    if (quote === '"' || quote === "'") {
      lexString(this, prefix === 1);
      return true;
    }
    this.lexWord(start, first);
    return true;
  }

  private lexWord(start: number, first: string): void {
    const name = this.take(NAME);
    if (name !== undefined) return this.push("name", name, start);
    const number = this.take(NUMBER);
    if (number !== undefined) {
      NAME.lastIndex = this.offset;
      if (NAME.test(this.source)) this.fail(`'${number}' runs into a name`, start);
      return this.push(/^0[xX]|^\d+$/.test(number) ? "int" : "float", number, start);
    }
    const symbol = first === "/" ? ((this.offset += 1), "/") : this.take(SYMBOL);
    if (symbol === undefined)
      this.fail(`unexpected character '${String.fromCodePoint(this.source.codePointAt(start) ?? 0)}'`, start);
    this.push("symbol", symbol, start);
  }

  private isAfterOperand(): boolean {
    const last = this.tokens.at(-1);
    if (last === undefined) return false;
    if (last.kind === "name") return !KEYWORDS_BEFORE_OPERAND.has(last.text);
    return last.kind === "symbol" ? [")", "]", "}"].includes(last.text) : last.kind !== "bindStart";
  }
}
