// The recordings that this browser keeps until they are saved: files of the origin private file
// system, which no other site can read. The tab that has recorded one holds a lock of its name for
// as long as it lives, and is the only one that offers it.
import { readBeganAt } from "./file-name.ts";
import { openPieceWriter, type PieceWriter } from "./piece-writer.ts";

const folder = "recordings";
const lockOf = (fileName: string) => `recording:${fileName}`;

export interface KeptFile {
  readonly fileName: string;
  readonly beganAt: Date;
  readonly file: File;
}

/** Whole recordings of this tab. */
const own = new Set<string>();

/** Rejects with a WriteError, or where the browser forbids storage. */
export async function createKeptFile(fileName: string): Promise<PieceWriter> {
  const release = await lock(fileName);
  try {
    const writer = await openPieceWriter(folder, fileName);
    return {
      get bytes() {
        return writer.bytes;
      },
      write: writer.write,
      async close() {
        await writer.close();
        own.add(fileName);
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Resolves when the lock is held, to what releases it. */
function lock(fileName: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(lockOf(fileName), () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}

/** Resolves when the tab that has recorded the file is gone. Rejects when `signal` aborts. */
export async function whenLeft(fileName: string, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(lockOf(fileName), { mode: "shared", signal }, () => undefined);
}

export interface KeptFiles {
  /** Those that this tab may offer, the oldest first. */
  readonly files: readonly KeptFile[];
  /** The names of those that belong to another tab, or are being written. */
  readonly taken: readonly string[];
}

/** Never rejects: without storage there are none. */
export async function listKeptFiles(): Promise<KeptFiles> {
  try {
    const [files, { held = [] }] = await Promise.all([readFolder(), navigator.locks.query()]);
    const locks = new Set(held.map(({ name }) => name));
    const isFree = ({ fileName }: KeptFile) => own.has(fileName) || !locks.has(lockOf(fileName));
    const free = files.filter(isFree);
    // The tab crashed before the first piece.
    await Promise.all(free.filter(({ file }) => file.size === 0).map(({ fileName }) => removeKeptFile(fileName)));
    return {
      files: free.filter(({ file }) => file.size > 0).sort((one, other) => (one.fileName < other.fileName ? -1 : 1)),
      taken: files.filter((file) => !isFree(file)).map(({ fileName }) => fileName),
    };
  } catch {
    return { files: [], taken: [] };
  }
}

/** A file that is gone already is removed. */
export async function removeKeptFile(fileName: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(folder, { create: true });
  await directory.removeEntry(fileName).catch(() => undefined);
}

async function readFolder(): Promise<readonly KeptFile[]> {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(folder, { create: true });
  const files: KeptFile[] = [];
  for await (const [fileName, handle] of directory.entries()) {
    const beganAt = readBeganAt(fileName);
    if (beganAt === null || handle.kind !== "file") continue;
    files.push({ fileName, beganAt, file: await (handle as FileSystemFileHandle).getFile() });
  }
  return files;
}
