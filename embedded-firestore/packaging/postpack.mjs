// `npm pack` calls this after it has packed. Leaves the folder as it was.
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dist, kept, licence, manifest } from "./paths.mjs";

if (existsSync(kept)) await rename(kept, manifest);
await rm(licence, { force: true });
await rm(dist, { recursive: true, force: true });
