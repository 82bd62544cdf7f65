// A position in the list of tokens. Answers the parser's questions about the next token.
import { RulesSyntaxError } from "./rules-syntax-error.ts";
import { Lexer } from "./lexer.ts";
import type { Token, TokenKind } from "./tokens.ts";

/**
 * The maximum nesting of expressions and blocks, so that no traversal of the tree overflows the
 * stack.
 */
const MAX_NESTING = 100;

export class Cursor {
  readonly source: string;
  readonly #tokens: readonly Token[];
  #index = 0;
  #nesting = 0;
  #expressions = 0;

  constructor(source: string) {
    this.source = source;
    this.#tokens = new Lexer(source).run();
  }

  get token(): Token {
    // The last token is always "end", and the cursor never moves past it.
    return this.#tokens[this.#index] as Token;
  }

  get ahead(): Token {
    return this.#tokens[Math.min(this.#index + 1, this.#tokens.length - 1)] as Token;
  }

  /** The end of the last token that was read: the place where a missing token belongs. */
  get previousEnd(): number {
    return this.#tokens[this.#index - 1]?.end ?? 0;
  }

  get expressionCount(): number {
    return this.#expressions;
  }

  nextExpressionId(): number {
    return this.#expressions++;
  }

  advance(): Token {
    const token = this.token;
    if (token.kind !== "end") this.#index += 1;
    return token;
  }

  is(kind: TokenKind, text?: string): boolean {
    return this.token.kind === kind && (text === undefined || this.token.text === text);
  }

  accept(kind: TokenKind, text?: string): Token | undefined {
    return this.is(kind, text) ? this.advance() : undefined;
  }

  expectSymbol(symbol: string, where: string): Token {
    const token = this.accept("symbol", symbol);
    if (token !== undefined) return token;
    // Shows a missing semicolon where it belongs, not at the first word of the next line.
    const offset = symbol === ";" ? this.previousEnd : this.token.offset;
    return this.fail(`missing '${symbol}' ${where}${symbol === ";" ? "" : `, found ${this.describe()}`}`, offset);
  }

  expectName(what: string): Token {
    if (!this.is("name")) this.fail(`${what} is missing, found ${this.describe()}`);
    return this.advance();
  }

  describe(): string {
    const { kind, text } = this.token;
    if (kind === "end") return "the end of the file";
    if (kind === "pathEnd") return "the end of a path";
    return kind === "string" || kind === "bytes" ? `a ${kind} literal` : `'${kind === "segment" ? "/" : ""}${text}'`;
  }

  /** Runs a parser one nesting level deeper. */
  nest<T>(parse: () => T): T {
    if (++this.#nesting > MAX_NESTING) this.fail("this is nested too deeply");
    const result = parse();
    this.#nesting -= 1;
    return result;
  }

  fail(reason: string, offset: number = this.token.offset): never {
    throw new RulesSyntaxError(reason, this.source, offset);
  }
}
