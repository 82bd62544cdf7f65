// All documents in one readable JSON file, to keep them between runs. Each document stands under
// its path, with its fields in ProtoJSON. The file is replaced as a whole or not at all.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import type { SavedData } from "./engine/index.ts";

interface DataFile {
  readonly format: string;
  readonly version: number;
  readonly databases: SavedData;
}

const FORMAT = "embedded-firestore";
const VERSION = 1;

/** Undefined if the file is missing and may be. Throws an Error that says what to do. */
export function readDataFile(path: string, { mayBeMissing = false } = {}): SavedData | undefined {
  const text = readText(path, mayBeMissing);
  if (text === undefined) return undefined;
  const file = parse(path, text);
  if (file.format !== FORMAT || typeof file.databases !== "object") {
    throw new Error(`${path} was not written by --export-on-exit. Exports of other programs cannot be imported.`);
  }
  if (file.version !== VERSION) {
    throw new Error(
      `${path} has version ${file.version}, and this program reads ${VERSION}. Use the one that wrote it.`,
    );
  }
  return file.databases;
}

/** Writes a new file beside the old one, and then puts it in its place. */
export function writeDataFile(path: string, databases: SavedData): void {
  const target = resolve(path);
  const temporary = `${target}.${process.pid}.tmp`;
  const file: DataFile = { format: FORMAT, version: VERSION, databases };
  try {
    const descriptor = openSync(temporary, "w");
    try {
      writeSync(descriptor, `${JSON.stringify(file, undefined, 2)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Error(
      `The documents were not saved: ${messageOf(error)}. Choose a folder that exists and can be written.`,
      {
        cause: error,
      },
    );
  }
}

function readText(path: string, mayBeMissing: boolean): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (isMissing && mayBeMissing) return undefined;
    const advice = `Write one with --export-on-exit ${path} first, or leave out --import.`;
    throw new Error(isMissing ? `There is no ${path}. ${advice}` : `Cannot read ${path}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

function parse(path: string, text: string): DataFile {
  try {
    const json: unknown = JSON.parse(text);
    return (typeof json === "object" && json !== null ? json : {}) as DataFile;
  } catch (error) {
    throw new Error(`${path} is not JSON: ${messageOf(error)}. Leave out --import, or repair the file.`, {
      cause: error,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
