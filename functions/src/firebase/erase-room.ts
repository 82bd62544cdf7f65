// Erases a room from below: what is left of an interruption is found by the room, and the room by whoever holds its key. So the key's
// hash and the room go together, and last.
import { paths } from "@meetogram/contract";
import type { Firestore } from "firebase-admin/firestore";

export async function eraseRoom(firestore: Firestore, uuid: string): Promise<void> {
  await firestore.recursiveDelete(firestore.collection(paths.users(uuid)));
  await firestore
    .batch()
    .delete(firestore.doc(paths.secret(uuid)))
    .delete(firestore.doc(paths.room(uuid)))
    .commit();
}
