// The position in the source and the tokens so far. All parts of the lexer work on it.
import { RulesSyntaxError } from "./rules-syntax-error.ts";
import type { Token, TokenKind } from "./tokens.ts";

export class Scanner {
  readonly source: string;
  readonly tokens: Token[] = [];
  offset = 0;

  constructor(source: string) {
    this.source = source;
  }

  push(kind: TokenKind, text: string, offset: number, more: Partial<Token> = {}): void {
    this.tokens.push({ kind, text, offset, end: this.offset, ...more });
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const text = pattern.exec(this.source)?.[0];
    if (text !== undefined) this.offset += text.length;
    return text;
  }

  fail(reason: string, offset: number): never {
    throw new RulesSyntaxError(reason, this.source, offset);
  }
}
