// Runs programs that install a browser. Debian's packages need root and apt-get.
import { spawnSync } from "node:child_process";

export function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function hasCommand(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

export function installFromDebian(name: string): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !hasCommand("apt-get")) return false;
  const env = "DEBIAN_FRONTEND=noninteractive";
  return run("env", [env, "apt-get", "update", "-qq"]) && run("env", [env, "apt-get", "install", "-y", "-qq", name]);
}
