// The page of the store's suite: the store itself, in a real browser's file system.
import { eraseLeftFiles, openOwnStore } from "../../../../../src/screens/call/files/storage/own-store.ts";

declare global {
  interface Window {
    files: {
      openOwnStore: typeof openOwnStore;
      eraseLeftFiles: typeof eraseLeftFiles;
      /** The names in a folder of the browser's file system. */
      list(...path: string[]): Promise<string[]>;
    };
  }
}

async function list(...path: string[]): Promise<string[]> {
  let folder = await navigator.storage.getDirectory();
  for (const name of path) folder = await folder.getDirectoryHandle(name, { create: true });
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names.sort();
}

window.files = { openOwnStore, eraseLeftFiles, list };
