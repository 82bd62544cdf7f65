// Messages through the server, written to the receiver's inbox and read from the participant's own.
// Each is delivered once and deleted on delivery.
import { limits } from "@meetogram/contract";
import {
  doc,
  onSnapshot,
  serverTimestamp,
  setDoc,
  Timestamp,
  writeBatch,
  type Firestore,
  type QuerySnapshot,
} from "firebase/firestore";
import { createListeners } from "../../platform/listeners.ts";
import type { Signalling } from "../signalling.ts";
import type { Listening } from "./listening.ts";
import { readMessage, type openPaths } from "./seat-documents.ts";
import type { ServerClock } from "./server-clock.ts";
import type { Write } from "./writing.ts";

export function createInbox(options: {
  firestore: Firestore;
  at: ReturnType<typeof openPaths>;
  self: Signalling["self"];
  /** From the token. It shows which page sent a message. */
  session: string;
  listening: Listening;
  write: Write;
  serverNow: ServerClock;
  signal: AbortSignal;
}): Pick<Signalling, "onMessage" | "send"> {
  const { firestore, at, self, session, write, serverNow, signal } = options;
  const messages = createListeners<[{ from: string; payload: string }]>();
  const delivered = new Set<string>();
  let isListening = false;

  function handleSnapshot(snapshot: QuerySnapshot) {
    if (signal.aborted) return;
    const arrived = snapshot.docChanges().filter(({ type, doc: { id } }) => type === "added" && !delivered.has(id));
    if (arrived.length === 0) return;
    const batch = writeBatch(firestore);
    const read = arrived.flatMap(({ doc: message }) => {
      delivered.add(message.id);
      batch.delete(message.ref);
      return readMessage(message.data()) ?? [];
    });
    // It is refused only when the seat is gone. The other listener reports that.
    write(() => batch.commit()).catch(() => {});
    // Messages sent before this seat was taken were for an earlier page.
    const current = read.filter(({ sentAt }) => sentAt >= self.seat).sort((a, b) => a.sentAt - b.sentAt);
    for (const { from, payload } of current) if (!signal.aborted) messages.emit({ from, payload });
  }

  return {
    onMessage(listener, listening) {
      messages.add(listener, listening);
      if (isListening) return;
      isListening = true;
      options.listening.listen((onError) => onSnapshot(at.inboxOf(self.participantID), handleSnapshot, onError));
    },
    send: (to, payload) =>
      write(() =>
        setDoc(doc(at.inboxOf(to)), {
          from: self.participantID,
          session,
          payload,
          sentAt: serverTimestamp(),
          expireAt: Timestamp.fromMillis(serverNow() + limits.signalTtlMs),
        }),
      ),
  };
}
