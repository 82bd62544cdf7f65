// A display of X11 that nobody sees. A headless Firefox has no screen to share.
import { spawn } from "node:child_process";

/** Runs the body with the name of a display. Rejects where there is no Xvfb. */
export async function withDisplay<T>(body: (display: string) => Promise<T>): Promise<T> {
  // It chooses a free number, and writes it to descriptor 3.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  try {
    const number = await new Promise<string>((resolve, reject) => {
      server.on("error", reject);
      server.on("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
      server.stdio[3]!.once("data", (written: Buffer) => resolve(written.toString().trim()));
    });
    return await body(`:${number}`);
  } finally {
    server.kill();
  }
}
