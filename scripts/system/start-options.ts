// What people may say after `npm start --`.
import { parseArgs } from "node:util";
import { Failure } from "./failure.ts";
import { defaultPorts, defaultUIPort, type Ports } from "./ports.ts";

export const help = `npm start                      serve everything on http://127.0.0.1:5000
npm start -- --seed            with a room to look at, whose link is printed
npm start -- --import FILE --export-on-exit FILE
                               start with the documents of a file, and write all of them at the end
npm start -- --official        use the official Firestore emulator, with the Emulator UI (Java 21 and
                               a download of 137 MB); --import and --export-on-exit name folders then
npm start -- --hosting-port N  likewise --functions-port, --firestore-port, --auth-port, --ui-port`;

export interface StartOptions {
  readonly ports: Ports;
  readonly isOfficial: boolean;
  /** Of the Emulator UI. */
  readonly uiPort: number;
  readonly isSeeded: boolean;
  readonly isHelp: boolean;
  /** A file of documents, or a folder of the official emulators. */
  readonly importFrom: string | undefined;
  readonly exportTo: string | undefined;
}

function parsePort(value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`${value} is not a port (1 to 65535).`);
  return port;
}

export function parseOptions(args: readonly string[]): StartOptions {
  const port = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        official: flag,
        seed: flag,
        help: flag,
        "hosting-port": port,
        "functions-port": port,
        "firestore-port": port,
        "auth-port": port,
        "ui-port": port,
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
    return {
      ports,
      isOfficial: values.official,
      uiPort: parsePort(values["ui-port"], defaultUIPort),
      isSeeded: values.seed,
      isHelp: values.help,
      importFrom: values.import,
      exportTo: values["export-on-exit"],
    };
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${(error as Error).message}\n${help}`);
  }
}
