// Every version of every document of a room, as the administrator sees it: what the server could
// read.
import type { DocumentData, Firestore } from "firebase-admin/firestore";

export interface RoomWatch {
  /** The documents of the room and of its participants, in all their versions. */
  readonly documents: DocumentData[];
  /** Messages, each with the participant whose inbox it was in. */
  readonly messages: (DocumentData & { readonly to: string })[];
  stop(): void;
}

export function watchRoom(firestore: Firestore, uuid: string): RoomWatch {
  const documents: DocumentData[] = [];
  const messages: RoomWatch["messages"] = [];
  const inboxes = new Map<string, () => void>();
  const room = firestore.doc(`rooms/${uuid}`);
  // After a failed test, the system may end before a listener. That is no further failure.
  const ignore = () => undefined;

  function watchInbox(to: string): void {
    if (inboxes.has(to)) return;
    const unsubscribe = room.collection(`users/${to}/inbox`).onSnapshot((snapshot) => {
      for (const { type, doc } of snapshot.docChanges()) if (type === "added") messages.push({ ...doc.data(), to });
    }, ignore);
    inboxes.set(to, unsubscribe);
  }

  const unsubscribeRoom = room.onSnapshot((snapshot) => void documents.push(snapshot.data() ?? {}), ignore);
  const unsubscribeUsers = room.collection("users").onSnapshot((snapshot) => {
    for (const { type, doc } of snapshot.docChanges()) {
      if (type !== "removed") documents.push({ id: doc.id, ...doc.data() });
      watchInbox(doc.id);
    }
  }, ignore);

  return {
    documents,
    messages,
    stop() {
      unsubscribeRoom();
      unsubscribeUsers();
      for (const unsubscribe of inboxes.values()) unsubscribe();
    },
  };
}
