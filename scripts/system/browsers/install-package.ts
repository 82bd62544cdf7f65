// Finds the browsers that tests drive, and runs programs that install one. Debian's packages need
// root and apt-get.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Failure } from "../failure.ts";

export function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function hasCommand(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

export function installFromDebian(...names: readonly string[]): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !hasCommand("apt-get")) return false;
  const env = "DEBIAN_FRONTEND=noninteractive";
  return (
    run("env", [env, "apt-get", "update", "-qq"]) && run("env", [env, "apt-get", "install", "-y", "-qq", ...names])
  );
}

/** Returns the path of a browser. Throws a Failure that says how to name one. */
export function ensureBrowser(
  name: string,
  {
    candidates,
    findElsewhere = () => null,
    install,
  }: {
    candidates: readonly string[];
    findElsewhere?: () => string | null;
    install: () => void;
  },
): string {
  const variable = `${name.toUpperCase()}_PATH`;
  const named = process.env[variable];
  if (named !== undefined && !existsSync(named)) throw new Failure(`${variable} names ${named}, which does not exist.`);
  const find = () => named ?? candidates.find((path) => existsSync(path)) ?? findElsewhere();
  const found = find();
  if (found !== null) return found;
  console.log(`Installing ${name} …`);
  install();
  const installed = find();
  if (installed !== null) return installed;
  throw new Failure(
    `No ${name} was found or could be installed. Install one and name it: ${variable}=/path/to/${name.toLowerCase()} npm test`,
  );
}
