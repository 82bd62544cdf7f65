// The tokens of a rules file.

export type TokenKind =
  | "name"
  | "int"
  | "float"
  | "string"
  | "bytes"
  | "symbol"
  | "segment"
  | "capture"
  | "bindStart"
  | "pathEnd"
  | "end";

export interface Token {
  readonly kind: TokenKind;
  /** The name, symbol, number or segment as written. For a string, its value. */
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  readonly bytes?: Uint8Array;
  /** For a capture: `{x=**}`. */
  readonly isRecursive?: boolean;
}
