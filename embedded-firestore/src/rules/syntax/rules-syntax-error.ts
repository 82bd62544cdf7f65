// The error for an invalid rules file. Its message shows the line with a caret under the position.

export class RulesSyntaxError extends Error {
  /** Starts at 1. */
  readonly line: number;
  /** Starts at 1, in UTF-16 code units. */
  readonly column: number;
  /** The message without position and source line. */
  readonly reason: string;

  constructor(reason: string, source: string, offset: number) {
    const before = source.slice(0, offset);
    const line = before.split("\n").length;
    const column = offset - before.lastIndexOf("\n");
    const text = (source.split("\n")[line - 1] ?? "").replace(/\r$/, "");
    const caret = text.slice(0, column - 1).replace(/[^\t]/g, " ") + "^";
    super(`${line}:${column} ${reason}\n${text}\n${caret}`);
    this.name = "RulesSyntaxError";
    this.line = line;
    this.column = column;
    this.reason = reason;
  }
}
