// Builds what a local run serves: the functions' bundle and the client.
import { spawn } from "node:child_process";
import { Failure } from "./failure.ts";

/** Runs one command to its end; resolves to what it printed, or throws a Failure with it. */
export function runCommand(name: string, command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => reject(new Failure(`${name}: ${command} could not be started (${error.message}).`)));
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Failure(`${output}\n${name} failed (see above).`)),
    );
  });
}

export async function buildAll(root: string): Promise<void> {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  await Promise.all(
    ["functions", "hosting"].map((workspace) =>
      runCommand(`Building ${workspace}`, npm, ["run", "build", "--workspace", workspace], root),
    ),
  );
}
