// Instances of functions: plain Node processes that load the built bundle.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type FunctionName = "create" | "connect" | "generateID" | "room";

export interface Instance {
  readonly url: string;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL("instance.mjs", import.meta.url));

/** Resolves when it listens. The environment says where Firestore is. */
export async function startInstance(name: FunctionName | "bare"): Promise<Instance> {
  const child = spawn(process.execPath, [script, name], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [port] = await Promise.race([
    once(child.stdout, "data") as Promise<[Buffer]>,
    ended.then(([code]) => Promise.reject(new Error(`${name} ended with ${String(code)} before it listened.`))),
  ]);
  // Its output is read and ignored, so that it never blocks.
  child.stdout.resume();
  return {
    url: `http://127.0.0.1:${port.toString().trim()}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
