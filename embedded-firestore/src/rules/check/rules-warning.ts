// A part of a rules file that can only be an error when it is evaluated. The file loads all the
// same, because the official compiler takes it too.

export interface RulesWarning {
  /** Starts at 1. */
  readonly line: number;
  /** Starts at 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
}

/** `5:16 unknown name 'reqest'; did you mean 'request'?` */
export function describeWarning({ line, column, message }: RulesWarning): string {
  return `${line}:${column} ${message}`;
}
