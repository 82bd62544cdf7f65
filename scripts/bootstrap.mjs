// Starts `npm start`, `npm test`, `npm run build` and `npm run deploy`: checks Node, installs what
// is missing, and runs the TypeScript script of that name. Plain JavaScript without dependencies,
// because nothing may be installed yet.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);

/** The lowest Node that every tool of the build supports. */
const [minMajor, minMinor] = [20, 19];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < minMajor || (major === minMajor && minor < minMinor)) {
    fail(
      `meetogram needs Node ${minMajor}.${minMinor} or later, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
    );
  }
}

function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

function install() {
  console.log("Installing what is missing (npm ci) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) fail("npm ci failed (see above). Mend what it names, then run the same command again.");
}

checkNode();
if (!isInstalled()) install();

const child = spawn(process.execPath, ["--import", "tsx", join(root, "scripts", `${script}.ts`), ...args], {
  cwd: root,
  stdio: "inherit",
});
// A terminal sends Ctrl-C to the whole process group. A signal to this process alone is passed on.
// The child ends in both cases.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
