// The server loses what it stores about a room, and gets it back, as from a backup. The
// administrator does it.
import type { DocumentReference } from "firebase-admin/firestore";
import { getSystem } from "../system.ts";

async function roomOf(link: string): Promise<DocumentReference> {
  return (await getSystem()).firestore.doc(`rooms/${new URL(link).pathname.split("/").at(-1)}`);
}

/** Deletes everything about the room. The result brings back the room, without its seats. */
export async function loseData(link: string): Promise<() => Promise<void>> {
  const room = await roomOf(link);
  const secret = room.collection("private").doc("secret");
  const kept = await Promise.all([room.get(), secret.get()]);
  await room.firestore.recursiveDelete(room);
  return async () => {
    await Promise.all(kept.map((found) => found.ref.set(found.data()!)));
  };
}

/** Deletes the documents of all seats, and nothing else. */
export async function loseSeats(link: string): Promise<void> {
  const room = await roomOf(link);
  await room.firestore.recursiveDelete(room.collection("users"));
}
