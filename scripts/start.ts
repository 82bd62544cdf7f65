// `npm start`: builds the whole system and serves it until Ctrl-C. `npm start -- --help` prints the
// options.
import { readDataFile, type SavedData } from "@meetogram/embedded-firestore";
import { buildAll } from "./system/build.ts";
import { Failure, runScript } from "./system/failure.ts";
import { checkJava } from "./system/java.ts";
import { checkPorts } from "./system/ports.ts";
import { seedRoom } from "./system/seed.ts";
import { help, parseOptions, type StartOptions } from "./system/start-options.ts";
import { root, startSystem } from "./system/start-system.ts";

/** A new file may be named twice: the first run writes it, and later ones start with it. */
function readData({ importFrom, exportTo }: StartOptions): SavedData | undefined {
  try {
    return importFrom === undefined ? undefined : readDataFile(importFrom, { mayBeMissing: importFrom === exportTo });
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

/** Where documents are kept: a file of the embedded Firestore, or folders of the official Suite. */
function chooseFirestore(options: StartOptions) {
  const { isOfficial, uiPort, importFrom, exportTo } = options;
  if (isOfficial) return { official: { uiPort, importFolder: importFrom, exportFolder: exportTo } };
  return { data: readData(options), exportFile: exportTo };
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
  const options = parseOptions(process.argv.slice(2));
  const { ports, isOfficial, uiPort } = options;
  if (options.isHelp) {
    console.log(help);
    return 0;
  }
  if (isOfficial) checkJava();
  const firestore = chooseFirestore(options);
  await checkPorts({ ...ports, ...(isOfficial && { ui: uiPort }) });
  const signal = createInterrupt();
  console.log("Building and starting meetogram …");
  await buildAll(root);
  const system = await startSystem({
    ports,
    ...firestore,
    signal,
    onDenied: (explanation) => console.log(explanation),
    onWarning: (warning) => console.log(`Warning: firestore.rules:${warning}`),
  });
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`meetogram is ready on ${system.url} (after ${seconds} s). Ctrl-C ends everything.`);
  if (isOfficial) console.log(`Documents, users and logs (Emulator UI): http://127.0.0.1:${uiPort}`);
  else console.log(`Documents, denials and rule coverage: http://127.0.0.1:${ports.firestore}/ui`);
  if (options.isSeeded) {
    const seeding = seedRoom({ url: system.url, firestorePort: ports.firestore });
    const link = await seeding.catch((error: unknown) => system.stop().then(() => Promise.reject(error)));
    console.log(`A room to look at, for a day: ${link}\nOpen it in two windows, and meet yourself.`);
  }
  const interrupted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  await Promise.race([interrupted, system.ended]);
  await system.stop();
  if (!signal.aborted) throw new Failure("The Emulator Suite ended by itself; its log is in .local.");
  return 0;
});
