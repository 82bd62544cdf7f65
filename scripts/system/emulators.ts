// The Emulator Suite as a child process: started without login, updates or user interface, and
// stopped by a single SIGINT.
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.ts";
import { projectID } from "./local-config.ts";
import { findFreePort, type Ports } from "./ports.ts";

export interface Emulators {
  /** Resolves when the Suite has ended, for any reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface OfficialOptions {
  /** Of the Emulator UI. Without it, the UI does not start. */
  readonly uiPort?: number;
  /** Folders of the official emulators' exports. */
  readonly importFolder?: string | undefined;
  readonly exportFolder?: string | undefined;
}

interface Options {
  readonly root: string;
  readonly configFile: string;
  readonly ports: Ports;
  readonly official: OfficialOptions | undefined;
  readonly logFile: string;
  readonly readyWithinMs: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Aborting before the Suite is ready ends it. */
  readonly signal?: AbortSignal;
}

/** A busy machine needs long, and a killed Suite leaves its workers behind. */
const stopWithinMs = 60_000;

function startSuite(options: Options, inspectPort: number): ChildProcess {
  const { importFolder, exportFolder } = options.official ?? {};
  const services = ["auth", "functions", "hosting", ...(options.official ? ["firestore"] : [])];
  const cli = join(options.root, "node_modules", "firebase-tools", "lib", "bin", "firebase.js");
  const args = [
    "emulators:start",
    "--only",
    services.join(","),
    "--project",
    projectID,
    "--config",
    options.configFile,
    ...(importFolder === undefined ? [] : ["--import", importFolder]),
    ...(exportFolder === undefined ? [] : ["--export-on-exit", exportFolder]),
  ];
  // With an inspector, one worker serves every function. Without it, each concurrent request starts
  // a process of its own.
  args.push("--inspect-functions", String(inspectPort));
  const preload = new URL("lazy-schemas.mjs", import.meta.url).href;
  return spawn(process.execPath, ["--import", preload, cli, ...args], {
    cwd: options.root,
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own: Ctrl-C reaches only this process, which then sends one SIGINT to
    // the Suite. A second SIGINT would make the Suite leave its children behind.
    detached: true,
    env: {
      ...process.env,
      CI: "1",
      METADATA_SERVER_DETECTION: "none",
      npm_config_offline: "true",
      FIREBASE_CLI_DISABLE_UPDATE_CHECK: "true",
      ...options.env,
      ...(options.official ? {} : { FIRESTORE_EMULATOR_HOST: `127.0.0.1:${options.ports.firestore}` }),
    },
  });
}

/** An answer of a function through Hosting means that every part is up. A page comes earlier. */
async function isAnswering(ports: Ports): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${ports.hosting}/user/generateID`, { method: "POST" });
    const answer = (await response.json()) as { userID?: string; code?: string };
    return "userID" in answer || answer.code === "app-check-required";
  } catch {
    return false;
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Resolves when functions answer through Hosting. Otherwise throws a Failure with the end of the
 * Suite's log.
 */
export async function startEmulators(options: Options): Promise<Emulators> {
  const child = startSuite(options, await findFreePort());
  const log = createWriteStream(options.logFile);
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      log.write(chunk);
      tail = (tail + chunk.toString()).slice(-4_000);
    });
  }
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.on("close", () => {
      hasEnded = true;
      log.end();
      resolve();
    });
  });

  async function stop(): Promise<void> {
    if (hasEnded || child.pid === undefined) return;
    process.kill(child.pid, "SIGINT");
    const timer = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), stopWithinMs);
    await ended;
    clearTimeout(timer);
  }

  const deadline = Date.now() + options.readyWithinMs;
  while (!(await isAnswering(options.ports))) {
    const isAborted = options.signal?.aborted === true;
    if (hasEnded || isAborted || Date.now() > deadline) {
      await stop();
      if (isAborted) throw new Failure("Stopped before it was ready.");
      throw new Failure(`${tail}\nThe Emulator Suite did not become ready (its last words are above).`);
    }
    await delay(100);
  }
  return { ended, stop };
}
