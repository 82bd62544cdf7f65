// Erases a room, the documents below it first. After an interruption the room leads to what is
// left, and the host key still opens the room. So the room and the hash of its key are deleted
// last, together.
import { paths } from "@meetogram/contract";
import type { Firestore } from "../firestore/firestore.ts";
import { remove } from "../firestore/writes.ts";

export async function eraseRoom(firestore: Firestore, uuid: string): Promise<void> {
  await firestore.deleteBelow(paths.room(uuid), paths.secret(uuid));
  await firestore.commit(remove(paths.secret(uuid)), remove(paths.room(uuid)));
}
