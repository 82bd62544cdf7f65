// Writes functions/package-lock.json. Run it after a change of the root lock:
// `npm run lock --workspace functions`.
import { readFile, writeFile } from "node:fs/promises";
import { printLock } from "./pin.ts";
import type { Lock } from "./root-lock.ts";

const root = await readFile(new URL("../../package-lock.json", import.meta.url), "utf8");
await writeFile(new URL("../package-lock.json", import.meta.url), printLock(JSON.parse(root) as Lock));
