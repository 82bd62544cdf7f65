// Writes docs/openapi.json: `npm run generate --workspace openapi`. A test compares the file with what this would write.
import { writeFile } from "node:fs/promises";
import { printDocument } from "./document.ts";

await writeFile(new URL("../../docs/openapi.json", import.meta.url), printDocument());
