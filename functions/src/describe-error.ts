// What the log tells of an error: its message, where it was thrown, and its code. Messages of
// Firebase name documents, and so rooms and participants. What may be an ID, a key or a token is
// replaced by an ellipsis.

export interface DescribedError {
  /** Error Reporting groups errors by the field of this name. */
  readonly stack_trace: string;
  readonly errorCode?: unknown;
}

/** A UUID has 32 or 36 characters, a key 43, the parts of a token more. Words have fewer. */
const identifier = /[\w-]{32,}/g;
/** A schema's message ends with the value that it received. */
const received = / but received .*/g;
const frame = /^ {4}at /;

export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) {
    return { stack_trace: "Something that is not an error was thrown." };
  }
  const { name, message, stack = "" } = error;
  const told = message.replaceAll(received, "").replaceAll(identifier, "…");
  // The stack begins with the message, unless somebody has changed that.
  const start = stack.indexOf(message);
  const below = start < 0 ? [] : stack.slice(start + message.length).split("\n");
  return {
    stack_trace: [`${name}: ${told}`, ...below.filter((line) => frame.test(line))].join("\n"),
    errorCode: (error as { code?: unknown }).code,
  };
}
