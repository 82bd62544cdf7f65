// The one error of a faulty rules file. Its message shows the line itself with a caret under the place.

export class RulesSyntaxError extends Error {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  /** The fault alone, without position and source line. */
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
