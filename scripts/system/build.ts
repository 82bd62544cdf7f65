// Builds what a local run serves: the bundle of the functions, and the client. Skips what is
// already built from the same sources.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Failure } from "./failure.ts";

/** What each build reads. A folder stands for everything in it. */
const sources = {
  functions: ["functions/src", "functions/build.mjs", "functions/package.json", "contract/src", "package-lock.json"],
  hosting: [
    ...[
      "src",
      "docs",
      "public",
      "licenses",
      "index.html",
      "package.json",
      "notices.ts",
      "preloading.ts",
      "shell.ts",
      "vite.config.ts",
    ].map((path) => `hosting/${path}`),
    ...["client/src", "contract/src", "openapi/src", "package-lock.json", "tsconfig.base.json"],
    ...["docs/security.md", "docs/signalling.md"],
  ],
} as const;

export type Workspace = keyof typeof sources;
export const workspaces = Object.keys(sources) as readonly Workspace[];

/** The path of every file at or below the path. */
function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
}

/** The hash of sources and result. A build by hand changes one of them. */
function hashOf(root: string, workspace: Workspace): string {
  const hash = createHash("sha256");
  for (const path of [...sources[workspace], `${workspace}/dist`]) {
    for (const file of listFiles(join(root, path))) {
      hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/** Runs one command. Resolves to its output, or throws a Failure with the output. */
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

/** Does nothing where the build is that of the present sources. */
export async function buildWorkspace(root: string, workspace: Workspace): Promise<void> {
  const stamp = join(root, ".local", `built-${workspace}`);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hashOf(root, workspace)) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  await runCommand(`Building ${workspace}`, npm, ["run", "build", "--workspace", workspace], root);
  mkdirSync(join(root, ".local"), { recursive: true });
  writeFileSync(stamp, hashOf(root, workspace));
}

export async function buildAll(root: string): Promise<void> {
  await Promise.all(workspaces.map((workspace) => buildWorkspace(root, workspace)));
}
