// What the doctor reads of the source, in a folder of its own, so that a test can change it.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../system/start-system.ts";

export interface CopyOfTree {
  readonly root: string;
  remove(): void;
}

/** `files` replace or add some. */
export function copyTree(files: Readonly<Record<string, string>> = {}): CopyOfTree {
  const folder = mkdtempSync(join(tmpdir(), "meetogram-doctor-"));
  for (const file of ["firebase.json", "firestore.rules", "firestore.indexes.json", ".firebaserc", "functions/.env"]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return { root: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
