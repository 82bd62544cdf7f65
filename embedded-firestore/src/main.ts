#!/usr/bin/env node
// The program: parses the command line and serves until Ctrl-C.
import { readFileSync } from "node:fs";
import { parseCommandLine, usage, type CommandLine } from "./command-line.ts";
import { readDataFile, writeDataFile } from "./data-file.ts";
import { isLoopback, startFirestore, type RunningFirestore } from "./index.ts";

async function main(): Promise<void> {
  const options = parseCommandLine(process.argv.slice(2));
  if (options.wantsHelp) return print(usage);
  const { rules, ignored, importFile, exportFile, ...start } = options;
  if (ignored.length > 0) print(`Ignored: ${ignored.join(", ")}.`);
  const data =
    importFile === undefined ? undefined : readDataFile(importFile, { mayBeMissing: exportFile === importFile });
  const firestore = await startFirestore({
    ...start,
    ...(rules === undefined ? {} : { rules: readFileSync(rules, "utf8") }),
    ...(data === undefined ? {} : { data }),
    onDenied: (explanation) => print(explanation),
    onWarning: (warning) => warn(`Warning: ${rules ?? "rules"}:${warning}`),
  });
  // Before anybody is told that it is ready, and may stop it.
  stopOnSignals(firestore, exportFile);
  greet(firestore, options);
}

function greet(firestore: RunningFirestore, { host, rules, exportFile }: CommandLine): void {
  if (!isLoopback(host)) {
    warn(`WARNING: anybody who can reach ${firestore.host} may read and write everything: tokens are not verified.`);
  }
  print(`Firestore is ready: FIRESTORE_EMULATOR_HOST=${firestore.host}`);
  print(`Documents, denials and rule coverage: http://${firestore.host}/ui`);
  if (exportFile !== undefined) print(`Ctrl-C writes all documents to ${exportFile}.`);
  if (rules === undefined) print("No rules were given: everybody but the administrator is denied.");
}

function stopOnSignals(firestore: RunningFirestore, exportFile: string | undefined): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    try {
      if (exportFile !== undefined) writeDataFile(exportFile, firestore.save());
    } catch (error) {
      fail(error);
    }
    void firestore.close();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
}

function fail(error: unknown): void {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

main().catch(fail);
