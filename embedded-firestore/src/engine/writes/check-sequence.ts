// Preconditions that the commit itself contradicts. They can be judged without any document.
import { FirestoreError } from "../values/errors.ts";
import type { ParsedWrite } from "./parse-write.ts";

/** Throws if a write requires a document that an earlier write of the same commit has deleted. */
export function checkSequence(writes: readonly ParsedWrite[]): void {
  const deleted = new Set<string>();
  for (const { name, operation, write } of writes) {
    if (deleted.has(name) && write.currentDocument?.exists === true) {
      throw new FirestoreError(
        "INVALID_ARGUMENT",
        `The commit deletes "${name}" and then requires that it exists. Leave out one of the two writes.`,
      );
    }
    if (operation === "delete") deleted.add(name);
    if (operation === "update") deleted.delete(name);
  }
}
