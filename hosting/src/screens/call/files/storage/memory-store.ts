// For a browser without a file system of its own: arriving files stay in memory, so there is room
// for so much at a time, and nothing outlives a reload.
import type { FileStore, KeptFile } from "./file-store.ts";

export const maxMemoryBytes = 256 * 1024 ** 2;

export function createMemoryStore(): FileStore {
  const files = new Map<string, { size: number; blocks: Blob[] }>();

  function keep(key: string, size: number): KeptFile {
    const kept = files.get(key) ?? { size, blocks: [] };
    files.set(key, kept);
    return {
      get length() {
        return kept.blocks.reduce((sum, block) => sum + block.size, 0);
      },
      async append(block) {
        // The browser may put it wherever it likes, as nobody changes it any more.
        kept.blocks.push(new Blob([block]));
      },
      read: async () => new Blob(kept.blocks),
      async erase() {
        kept.blocks = [];
        files.delete(key);
      },
    };
  }

  return {
    has: async () => false,
    async open(key, size) {
      const others = [...files].filter(([other]) => other !== key).reduce((sum, [, file]) => sum + file.size, 0);
      return others + size > maxMemoryBytes ? null : keep(key, size);
    },
    close: () => files.clear(),
  };
}
