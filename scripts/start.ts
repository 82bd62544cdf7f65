// `npm start`: builds the whole system and serves it until Ctrl-C. `npm start -- --help` prints the
// options.
import { parseArgs } from "node:util";
import { buildAll } from "./system/build.ts";
import { Failure, runScript } from "./system/failure.ts";
import { checkJava } from "./system/java.ts";
import { checkPorts, defaultPorts, type Ports } from "./system/ports.ts";
import { root, startSystem } from "./system/start-system.ts";

const help = `npm start                      serve everything on http://127.0.0.1:5000
npm start -- --official        use the official Firestore emulator (Java 21 and a download of 137 MB)
npm start -- --hosting-port N  likewise --functions-port, --firestore-port, --auth-port`;

function parsePort(value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`${value} is not a port (1 to 65535).`);
  return port;
}

function parseOptions(): { ports: Ports; isOfficial: boolean; isHelp: boolean } {
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
      },
    });
    const ports: Ports = {
      hosting: parsePort(values["hosting-port"], defaultPorts.hosting),
      functions: parsePort(values["functions-port"], defaultPorts.functions),
      firestore: parsePort(values["firestore-port"], defaultPorts.firestore),
      auth: parsePort(values["auth-port"], defaultPorts.auth),
    };
    return { ports, isOfficial: values.official, isHelp: values.help };
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${(error as Error).message}\n${help}`);
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
  const { ports, isOfficial, isHelp } = parseOptions();
  if (isHelp) {
    console.log(help);
    return 0;
  }
  if (isOfficial) checkJava();
  await checkPorts(ports);
  const signal = createInterrupt();
  console.log("Building and starting meetogram …");
  await buildAll(root);
  const system = await startSystem({ ports, isOfficial, signal, onDenied: (explanation) => console.log(explanation) });
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`meetogram is ready on ${system.url} (after ${seconds} s). Ctrl-C ends everything.`);
  const interrupted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  await Promise.race([interrupted, system.ended]);
  await system.stop();
  if (!signal.aborted) throw new Failure("The Emulator Suite ended by itself; its log is in .local.");
  return 0;
});
