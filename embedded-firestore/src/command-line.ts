// Parses the command line. It takes the flags of the official emulator, spelled with `_` or `-`,
// and values after `=` or a space. Flags that have no meaning here are accepted and reported, so
// that a script written for the official emulator keeps working.

export interface CommandLine {
  readonly host: string;
  readonly port: number;
  readonly projectId: string;
  /** Path of the rules file. */
  readonly rules?: string;
  /** A file of documents to start with. */
  readonly importFile?: string;
  /** Where to write all documents at the end. */
  readonly exportFile?: string;
  readonly allowRemote: boolean;
  readonly wantsHelp: boolean;
  /** Flags that were given but have no effect. */
  readonly ignored: readonly string[];
}

export const usage = `Usage: embedded-firestore [--host 127.0.0.1] [--port 8080] [--rules firestore.rules] [--project_id demo-project]
       --import FILE          start with the documents of this file
       --export-on-exit FILE  write all documents to this file at the end; without FILE: that of --import
       --allow-remote         listen on an address that others can reach; they may then read and write everything
       Flags of the official emulator that mean nothing here are accepted and ignored.`;

const ignorable: ReadonlySet<string> = new Set([
  "single_project_mode",
  "single_project_mode_error",
  "functions_emulator",
  "websocket_port",
  "webchannel_port",
  "seed_from_export",
  "database_mode",
  "database_edition",
  "log_verbosity",
]);
const withValue: ReadonlySet<string> = new Set(["host", "port", "rules", "project_id", "host_port", "import"]);
/** A value may follow. */
const withOptionalValue: ReadonlySet<string> = new Set(["export_on_exit"]);

/** Throws an Error whose message is meant for the person at the terminal. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const given = new Map<string, string>();
  const ignored: string[] = [];
  for (let rest = [...args]; rest.length > 0;) {
    const [arg = "", ...others] = rest;
    rest = others;
    const [, flag, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const name = flag?.replaceAll("-", "_");
    if (name === undefined) throw new Error(`What is "${arg}"?\n${usage}`);
    const isOptional = withOptionalValue.has(name);
    const takesValue = withValue.has(name) || ignorable.has(name) || isOptional;
    const isNext = takesValue && inline === undefined && others[0] !== undefined && !others[0].startsWith("--");
    const value = isNext ? rest.shift() : inline;
    if (ignorable.has(name)) ignored.push(`--${flag ?? ""}`);
    else if (withValue.has(name) && value === undefined) throw new Error(`--${flag ?? ""} needs a value.\n${usage}`);
    else if (isOptional) given.set(name, value ?? "");
    else if (withValue.has(name) || name === "allow_remote" || name === "help") given.set(name, value ?? "true");
    else throw new Error(`There is no --${flag ?? ""}.\n${usage}`);
  }
  const [, pairedHost, pairedPort] = /^(.*):(\d+)$/.exec(given.get("host_port") ?? "") ?? [];
  const port = Number(given.get("port") ?? pairedPort ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`There is no port ${given.get("port")}.`);
  const rules = given.get("rules");
  const importFile = given.get("import");
  const exportFile = given.get("export_on_exit") || (given.has("export_on_exit") ? importFile : undefined);
  if (given.has("export_on_exit") && exportFile === undefined) {
    throw new Error(`--export-on-exit needs a file, or --import to name it.\n${usage}`);
  }
  return {
    host: given.get("host") ?? (pairedHost || "127.0.0.1"),
    port,
    projectId: given.get("project_id") ?? "demo-project",
    ...(rules === undefined ? {} : { rules }),
    ...(importFile === undefined ? {} : { importFile }),
    ...(exportFile === undefined ? {} : { exportFile }),
    allowRemote: given.get("allow_remote") === "true",
    wantsHelp: given.has("help"),
    ignored,
  };
}
