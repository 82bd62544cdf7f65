// Runs the program and collects what it prints.
import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../../bin/embedded-firestore.mjs", import.meta.url));

export interface Program {
  /** The program that was started last. */
  readonly child: ChildProcess | undefined;
  /** Starts the program and waits until its output fits. Rejects if it ends before that. */
  outputUntil(fits: RegExp, args: string[]): Promise<string>;
}

/** Registers with the surrounding `describe` that the program is killed after each test. */
export function useProgram(): Program {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill("SIGKILL"));
  return {
    get child() {
      return child;
    },
    outputUntil(fits, args) {
      const started = (child = spawn(process.execPath, [path, ...args], { stdio: "pipe" }));
      let output = "";
      return new Promise((resolve, reject) => {
        const read = (chunk: Buffer): void => {
          output += chunk.toString();
          if (fits.test(output)) resolve(output);
        };
        started.stdout.on("data", read);
        started.stderr.on("data", read);
        started.once("close", () => reject(new Error(`it ended and said: ${output}`)));
      });
    },
  };
}
