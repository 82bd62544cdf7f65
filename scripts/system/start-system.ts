// The whole system on this machine: Firestore inside this process (or the official emulator), and
// the auth, functions and hosting emulators of the Suite.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startFirestore, writeDataFile, type DocumentChange, type SavedData } from "@meetogram/embedded-firestore";
import { startEmulators, type OfficialOptions } from "./emulators.ts";
import { projectID, writeLocalConfig } from "./local-config.ts";
import { findInternalPorts, type Ports } from "./ports.ts";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

interface Options {
  readonly ports: Ports;
  /** Where pages reach the emulators, if not at `ports`: a proxy that makes faults. */
  readonly pagePorts?: Partial<Ports>;
  /** The official Firestore emulator instead of the embedded one. */
  readonly official?: OfficialOptions | undefined;
  /** Called with a readable explanation each time the embedded Firestore denies a request. */
  readonly onDenied?: (explanation: string) => void;
  /** Called with a readable line for each part of the rules that can only fail. */
  readonly onWarning?: (warning: string) => void;
  /** Documents of an earlier run, for the embedded Firestore. */
  readonly data?: SavedData | undefined;
  /** Where the embedded Firestore writes all documents at the end. */
  readonly exportFile?: string | undefined;
  /** Called after each commit to the embedded Firestore. */
  readonly onCommit?: (changes: readonly DocumentChange[]) => void;
  /** Sites that may show a room in a frame, instead of those of firebase.json. */
  readonly embedders?: readonly string[];
  /** Of the Emulator Suite, in addition to this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Aborting it before everything is ready stops what was started. */
  readonly signal?: AbortSignal;
}

export interface System {
  readonly url: string;
  /** Resolves when the Emulator Suite has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Serves what has been built. The caller has checked the ports. */
export async function startSystem({
  ports,
  pagePorts,
  official,
  onDenied,
  onWarning,
  data,
  exportFile,
  onCommit,
  embedders = [],
  env = {},
  signal,
}: Options): Promise<System> {
  const internalPorts = await findInternalPorts();
  const rules = readFileSync(join(root, "firestore.rules"), "utf8");
  const firestore = official
    ? null
    : await startFirestore({
        port: ports.firestore,
        rules,
        ...(data === undefined ? {} : { data }),
        ...(onDenied === undefined ? {} : { onDenied }),
        ...(onWarning === undefined ? {} : { onWarning }),
      });
  if (onCommit !== undefined) firestore?.watch(onCommit, projectID);
  mkdirSync(join(root, ".local"), { recursive: true });
  const config = writeLocalConfig(root, {
    name: `local-${ports.hosting}`,
    ports,
    pagePorts: { ...ports, ...pagePorts },
    uiPort: official?.uiPort ?? null,
    internalPorts,
    embedders,
  });
  try {
    const emulators = await startEmulators({
      root,
      configFile: config.configFile,
      ports,
      official,
      logFile: join(root, ".local", `emulators-${ports.hosting}.log`),
      // The first start downloads the official Firestore emulator.
      readyWithinMs: official ? 600_000 : 120_000,
      env,
      ...(signal === undefined ? {} : { signal }),
    });
    return {
      url: `http://127.0.0.1:${ports.hosting}`,
      ended: emulators.ended,
      async stop() {
        await emulators.stop();
        try {
          if (firestore && exportFile !== undefined) writeDataFile(exportFile, firestore.save());
        } finally {
          await firestore?.close();
          config.remove();
        }
      },
    };
  } catch (error) {
    await firestore?.close();
    config.remove();
    throw error;
  }
}
