// A display of X11 that nobody sees, for a browser that needs one.
import { spawn } from "node:child_process";

export interface VirtualDisplay {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  close(): void;
}

/** Rejects where there is no Xvfb. */
export async function openDisplay(): Promise<VirtualDisplay> {
  // It chooses a free number, and writes it to descriptor 3.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]!.once("data", (written: Buffer) => resolve(written.toString().trim()));
  });
  return { name: `:${number}`, close: () => void server.kill() };
}
