// The embedded Firestore as users run it, in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../../embedded-firestore/bin/embedded-firestore.mjs", import.meta.url));

export interface Server {
  readonly host: string;
  readonly port: number;
  /** From spawn to the line that says it is ready. */
  readonly readyMs: number;
  residentMegabytes(): number;
  close(): Promise<void>;
}

export async function startServer(): Promise<Server> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [program, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const host = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /FIRESTORE_EMULATOR_HOST=(\S+)/.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once("exit", () => reject(new Error(`the server ended and said: ${output}`)));
  });
  return {
    host,
    port: Number(host.split(":").at(-1)),
    readyMs: performance.now() - startedAt,
    residentMegabytes() {
      const status = readFileSync(`/proc/${String(child.pid)}/status`, "utf8");
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
    },
    async close() {
      const exited = once(child, "exit");
      child.kill("SIGINT");
      await exited;
    },
  };
}
