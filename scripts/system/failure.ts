// A failure with one clear line for the person at the terminal; anything else that is thrown is a defect and keeps its stack.

export class Failure extends Error {}

/** Runs the body of a script: prints a Failure as its one line, and leaves with 1. */
export async function runScript(body: () => Promise<number>): Promise<void> {
  try {
    process.exit(await body());
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  }
}
