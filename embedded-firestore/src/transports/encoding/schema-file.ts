// Where the schema of google.firestore.v1 is. The package carries the part that it needs. In the
// repository it is read from the official client library, where that part comes from.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export function schemaFile(): string {
  const packed = fileURLToPath(new URL("./firestore-v1.json", import.meta.url));
  if (existsSync(packed)) return packed;
  return createRequire(import.meta.url).resolve("@google-cloud/firestore/build/protos/v1.json");
}
