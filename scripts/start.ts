// `npm start`: builds the whole system and serves it until Ctrl-C. `npm start -- --help` prints the
// options.
import { parseArgs } from "node:util";
import { readDataFile, type SavedData } from "@meetogram/embedded-firestore";
import { buildAll } from "./system/build.ts";
import { Failure, runScript } from "./system/failure.ts";
import { checkJava } from "./system/java.ts";
import { checkPorts, defaultPorts, type Ports } from "./system/ports.ts";
import { root, startSystem } from "./system/start-system.ts";

const help = `npm start                      serve everything on http://127.0.0.1:5000
npm start -- --official        use the official Firestore emulator (Java 21 and a download of 137 MB)
npm start -- --hosting-port N  likewise --functions-port, --firestore-port, --auth-port
npm start -- --import FILE --export-on-exit FILE
                               start with the documents of a file, and write all of them at the end`;

function parsePort(value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`${value} is not a port (1 to 65535).`);
  return port;
}

interface StartOptions {
  readonly ports: Ports;
  readonly isOfficial: boolean;
  readonly isHelp: boolean;
  readonly importFile: string | undefined;
  readonly exportFile: string | undefined;
}

function parseOptions(): StartOptions {
  const port = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      options: {
        official: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
        "hosting-port": port,
        "functions-port": port,
        "firestore-port": port,
        "auth-port": port,
        import: { type: "string" },
        "export-on-exit": { type: "string" },
      },
    });
    const ports: Ports = {
      hosting: parsePort(values["hosting-port"], defaultPorts.hosting),
      functions: parsePort(values["functions-port"], defaultPorts.functions),
      firestore: parsePort(values["firestore-port"], defaultPorts.firestore),
      auth: parsePort(values["auth-port"], defaultPorts.auth),
    };
    const { import: importFile, "export-on-exit": exportFile } = values;
    if (values.official && (importFile ?? exportFile) !== undefined) {
      throw new Failure(
        "--import and --export-on-exit belong to the embedded Firestore. Leave them or --official out.",
      );
    }
    return { ports, isOfficial: values.official, isHelp: values.help, importFile, exportFile };
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${(error as Error).message}\n${help}`);
  }
}

/** A new file may be named twice: the first run writes it, and later ones start with it. */
function readData(importFile: string | undefined, exportFile: string | undefined): SavedData | undefined {
  try {
    return importFile === undefined ? undefined : readDataFile(importFile, { mayBeMissing: importFile === exportFile });
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

/**
 * Ctrl-C and similar signals abort it. A repeated signal is ignored, because stopping takes a
 * moment.
 */
function createInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

await runScript(async () => {
  const startedAtMs = Date.now();
  const { ports, isOfficial, isHelp, importFile, exportFile } = parseOptions();
  if (isHelp) {
    console.log(help);
    return 0;
  }
  if (isOfficial) checkJava();
  const data = readData(importFile, exportFile);
  await checkPorts(ports);
  const signal = createInterrupt();
  console.log("Building and starting meetogram …");
  await buildAll(root);
  const system = await startSystem({
    ports,
    isOfficial,
    signal,
    data,
    exportFile,
    onDenied: (explanation) => console.log(explanation),
    onWarning: (warning) => console.log(`Warning: firestore.rules:${warning}`),
  });
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`meetogram is ready on ${system.url} (after ${seconds} s). Ctrl-C ends everything.`);
  if (!isOfficial) {
    console.log(`Documents, denials and rule coverage: http://127.0.0.1:${ports.firestore}/ui`);
  }
  const interrupted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  await Promise.race([interrupted, system.ended]);
  await system.stop();
  if (!signal.aborted) throw new Failure("The Emulator Suite ended by itself; its log is in .local.");
  return 0;
});
