// What the log tells of an error: its stack and code. Messages of Firebase name documents, and so
// rooms and participants. IDs, keys and tokens are replaced by an ellipsis.

export interface DescribedError {
  /** Error Reporting groups errors by the field of this name. */
  readonly stack_trace: string;
  readonly errorCode?: unknown;
}

const uuid = /[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}/gi;
/** Keys and proofs have 43 characters, the parts of a token more, words of a message fewer. */
const secret = /[\w-]{32,}/g;
/** A schema's message ends with the value that it received. */
const received = / but received .*/g;

export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) {
    return { stack_trace: "Something that is not an error was thrown." };
  }
  const { name, message, stack = "" } = error;
  const told = message.replaceAll(received, "").replaceAll(uuid, "…").replaceAll(secret, "…");
  // The stack begins with the message, unless somebody has changed that.
  const start = stack.indexOf(message);
  const frames = start < 0 ? "" : stack.slice(start + message.length).replaceAll(uuid, "…");
  return { stack_trace: `${name}: ${told}${frames}`, errorCode: (error as { code?: unknown }).code };
}
