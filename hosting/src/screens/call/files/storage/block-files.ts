// Keeps arriving files in the browser's own file system (OPFS), which no other site sees. Each
// block is a file of its own: once closed it is whole, so that a reload at any moment loses one
// block at most. Together they are one Blob, and nothing of it is in memory.
import { fileLimits } from "@meetogram/contract";
import type { KeptFile } from "./file-store.ts";

/** They sort by name. */
const nameOf = (block: number) => String(block).padStart(6, "0");

export async function listNames(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names.sort();
}

/** Without anything behind the first block that is missing or not full. */
async function readBlocks(folder: FileSystemDirectoryHandle): Promise<File[]> {
  const blocks: File[] = [];
  for (const name of await listNames(folder)) {
    if (name !== nameOf(blocks.length)) break;
    const block = await (await folder.getFileHandle(name)).getFile();
    if (block.size === 0) break;
    blocks.push(block);
    if (block.size < fileLimits.blockBytes) break;
  }
  return blocks;
}

export async function countBytes(folder: FileSystemDirectoryHandle): Promise<number> {
  return (await readBlocks(folder)).reduce((sum, { size }) => sum + size, 0);
}

async function write(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
}

/** `parent` has a folder for each file. */
export async function openBlockFiles(parent: FileSystemDirectoryHandle, key: string): Promise<KeptFile> {
  let folder = await parent.getDirectoryHandle(key, { create: true });
  let blocks = await readBlocks(folder);
  let length = blocks.reduce((sum, { size }) => sum + size, 0);
  let count = blocks.length;
  blocks = [];
  return {
    get length() {
      return length;
    },
    async append(block) {
      await write(folder, nameOf(count), block);
      count += 1;
      length += block.length;
    },
    read: async () => new Blob(await readBlocks(folder)),
    async erase() {
      await parent.removeEntry(key, { recursive: true });
      folder = await parent.getDirectoryHandle(key, { create: true });
      count = length = 0;
    },
  };
}
