// The configuration of a local run, made from firebase.json at each start so that the two cannot
// drift. It differs in three things: its ports, a Content-Security-Policy that allows the
// emulators, and /config.json, which tells the page their addresses. A deployed site has neither.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allowFrames } from "../embed-allow.ts";
import type { InternalPorts, Ports } from "./ports.ts";

export const projectID = "demo-meetogram";

interface HostingHeader {
  readonly source: string;
  readonly headers: { key: string; value: string }[];
}

interface FirebaseConfig {
  hosting: { public: string; headers: HostingHeader[]; predeploy?: unknown };
  functions: { predeploy?: unknown }[];
  emulators: Record<string, unknown>;
}

export interface LocalConfig {
  /** The file for the Firebase CLI, relative to the root. */
  readonly configFile: string;
  remove(): void;
}

/**
 * The emulators' addresses for a page. A separate host for each tab avoids the browser's limit of
 * six connections.
 */
function connectSources(ports: Ports): string {
  return [ports.firestore, ports.auth]
    .flatMap((port) => [`http://127.0.0.1:${port}`, `http://*.localhost:${port}`])
    .join(" ");
}

export interface LocalConfigOptions {
  /** Of the file and its folder: firebase.{name}.json and .local/{name}/. */
  readonly name: string;
  readonly ports: Ports;
  /** Where pages reach the emulators, if not at `ports`. */
  readonly pagePorts?: Ports;
  /** Null: the Emulator UI does not start. It needs a download. */
  readonly uiPort: number | null;
  /** By default the Suite chooses them. */
  readonly internalPorts?: InternalPorts;
  /** Sites that may show a room in a frame, instead of those of firebase.json. */
  readonly embedders?: readonly string[];
}

/** Writes the file and its folder below the root. */
export function writeLocalConfig(
  root: string,
  { name, ports, pagePorts = ports, uiPort, internalPorts, embedders = [] }: LocalConfigOptions,
): LocalConfig {
  const folder = join(".local", name);
  const configFile = `firebase.${name}.json`;
  const text = readFileSync(join(root, "firebase.json"), "utf8");
  const config = JSON.parse(embedders.length === 0 ? text : allowFrames(text, embedders)) as FirebaseConfig;

  for (const { headers } of config.hosting.headers) {
    for (const header of headers) {
      if (header.key !== "Content-Security-Policy") continue;
      header.value = header.value.replace("connect-src 'self'", `connect-src 'self' ${connectSources(pagePorts)}`);
    }
  }
  // The next run may use other ports.
  config.hosting.headers.push({ source: "/config.json", headers: [{ key: "Cache-Control", value: "no-store" }] });
  for (const [service, port] of Object.entries({ ...ports, ...internalPorts })) {
    config.emulators[service] = { host: "127.0.0.1", port };
  }
  config.emulators["ui"] = uiPort === null ? { enabled: false } : { enabled: true, host: "127.0.0.1", port: uiPort };
  delete config.hosting.predeploy;
  for (const codebase of config.functions) delete codebase.predeploy;

  const publicFolder = join(folder, "hosting");
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(root, config.hosting.public), join(root, publicFolder), { recursive: true });
  config.hosting.public = publicFolder;

  const emulator = (port: number) => ({ host: "127.0.0.1", port });
  writeFileSync(
    join(root, publicFolder, "config.json"),
    JSON.stringify({
      firebase: { projectId: projectID, apiKey: "local" },
      emulators: { firestore: emulator(pagePorts.firestore), auth: emulator(pagePorts.auth) },
    }),
  );
  writeFileSync(join(root, configFile), JSON.stringify(config, null, 2));
  return {
    configFile,
    remove() {
      rmSync(join(root, configFile), { force: true });
      rmSync(join(root, folder), { recursive: true, force: true });
    },
  };
}
