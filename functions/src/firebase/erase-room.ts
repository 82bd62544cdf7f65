// Erases a room, the documents below it first. After an interruption the room leads to what is
// left, and the host key still opens the room. So the room and the hash of its key are deleted
// last, together.
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
