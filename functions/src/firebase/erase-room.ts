// Erases a room's document last, once everything below it is gone: interrupted anywhere, what is left can still be found by the room.
import type { DocumentReference } from "firebase-admin/firestore";

export async function eraseRoom(room: DocumentReference): Promise<void> {
  for (const collection of await room.listCollections()) {
    await room.firestore.recursiveDelete(collection);
  }
  await room.delete();
}
