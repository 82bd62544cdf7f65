// The store of one visit: a folder in the browser's own file system, or memory where there is none.
// A page holds a lock while it uses its folder. Folders of pages that are gone are erased at the
// next start, once the browser has had the time to save what was complete.
import { countBytes, listNames, openBlockFiles } from "./block-files.ts";
import type { FileStore, KeptFile } from "./file-store.ts";
import { keptMark } from "./kept-mark.ts";
import { createMemoryStore } from "./memory-store.ts";

const rootName = "files";
/** What a browser needs at most for saving a file that is complete. */
const savedWithinMs = 10 * 60_000;
/** Not all that is free: others on this device need some, too. */
const spareBytes = 256 * 1024 ** 2;

const lockOf = (folder: string) => `meetogram files ${folder}`;

async function openRoot(): Promise<FileSystemDirectoryHandle> {
  const origin = await navigator.storage.getDirectory();
  return origin.getDirectoryHandle(rootName, { create: true });
}

/** Also false where the browser refuses, as in some private windows. */
async function canKeepFiles(): Promise<boolean> {
  try {
    return "createWritable" in FileSystemFileHandle.prototype && (await openRoot()) !== null;
  } catch {
    return false;
  }
}

/** The time at which the folder was last written to. */
async function readAge(folder: FileSystemDirectoryHandle): Promise<number> {
  let latest = 0;
  for await (const file of folder.values()) {
    if (file.kind !== "directory") continue;
    const last = (await listNames(file)).at(-1);
    const time = last === undefined ? 0 : (await (await file.getFileHandle(last)).getFile()).lastModified;
    latest = Math.max(latest, time);
  }
  return latest;
}

/** Erases what pages have left that are gone. Nothing waits for it. */
export async function eraseLeftFiles(): Promise<void> {
  const root = await openRoot();
  let isEmpty = true;
  for (const name of await listNames(root)) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      const folder = await root.getDirectoryHandle(name);
      const isLeft = lock !== null && Date.now() - (await readAge(folder)) > savedWithinMs;
      if (isLeft) await root.removeEntry(name, { recursive: true });
      else isEmpty = false;
    });
  }
  if (isEmpty) keptMark.remove();
}

/** `visit` is the same for every page of a visit, and says nothing about it. */
export async function openOwnStore(visit: string): Promise<FileStore> {
  if (!(await canKeepFiles())) return createMemoryStore();
  const root = await openRoot();
  const openFolder = () => root.getDirectoryHandle(visit, { create: true });
  const files = new Map<string, { readonly size: number; readonly kept: KeptFile }>();
  let release = () => {};
  const isOver = new Promise<void>((resolve) => (release = resolve));
  keptMark.set();
  // Refused where the page is going away already.
  navigator.locks.request(lockOf(visit), () => isOver).catch(() => undefined);

  async function erasePartial(): Promise<void> {
    const { pending = [] } = await navigator.locks.query();
    // Another tab has taken the visit over, and goes on with them.
    if (pending.some(({ name }) => name === lockOf(visit))) return;
    const folder = await openFolder();
    for (const [key, { size, kept }] of files)
      if (kept.length < size) await folder.removeEntry(key, { recursive: true });
  }

  return {
    async has(key, size) {
      try {
        const length = await countBytes(await (await openFolder()).getDirectoryHandle(key));
        return length > 0 && length < size;
      } catch {
        return false;
      }
    },
    async open(key, size) {
      const kept = await openBlockFiles(await openFolder(), key);
      files.set(key, { size, kept });
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      if (quota - usage - spareBytes >= size - kept.length) return kept;
      await kept.erase();
      return null;
    },
    close() {
      void erasePartial()
        .catch(() => undefined)
        .finally(release);
    },
  };
}
