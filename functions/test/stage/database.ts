// A part of Firestore for one test, by the functions' own client.
import { randomUUID } from "node:crypto";
import { connectServices } from "../../src/firebase/services.ts";
import type { Firestore } from "../../src/firestore/firestore.ts";

/** `root` is the path of a document that does not exist yet. */
export function openDatabase(): { readonly firestore: Firestore; readonly root: string } {
  return { firestore: connectServices().firestore, root: `server/${randomUUID()}` };
}
