// A failure with one clear line for the person at the terminal. Anything else that is thrown is a
// defect and keeps its stack.

export class Failure extends Error {}

/** Runs the body of a script. Prints a Failure as one line, and exits with 1 after any error. */
export async function runScript(body: () => Promise<number>): Promise<void> {
  try {
    process.exit(await body());
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  }
}
