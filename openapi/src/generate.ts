// Writes docs/openapi.json: `npm run generate --workspace openapi`. A test fails if that file is
// stale.
import { writeFile } from "node:fs/promises";
import { printDocument } from "./document.ts";

await writeFile(new URL("../../docs/openapi.json", import.meta.url), printDocument());
