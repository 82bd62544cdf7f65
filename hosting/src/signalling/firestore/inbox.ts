// Messages from others, read from the participant's own inbox. Each is delivered once and deleted a
// moment later.
import { onSnapshot, writeBatch, type DocumentReference, type Firestore, type QuerySnapshot } from "firebase/firestore";
import type { Clock } from "../../platform/clock.ts";
import { createListeners } from "../../platform/listeners.ts";
import type { Signalling } from "../signalling.ts";
import type { Listening } from "./listening.ts";
import { readMessage, type openPaths } from "./seat-documents.ts";
import type { Write } from "./writing.ts";

/** A batch takes no more writes. */
const maxWrites = 500;
/** Writes go one after the other. The answer to a message goes before its deletion. */
export const deleteAfterMs = 1_000;

export function createInbox(options: {
  firestore: Firestore;
  at: ReturnType<typeof openPaths>;
  self: Signalling["self"];
  listening: Listening;
  write: Write;
  clock: Clock;
  signal: AbortSignal;
}): Signalling["onMessage"] {
  const { firestore, at, self, write, clock, signal } = options;
  const messages = createListeners<[{ from: string; payload: string }]>();
  /** What each slot held when it was last delivered: a slot is used again. */
  const delivered = new Map<string, string>();
  const read: DocumentReference[] = [];
  let isListening = false;

  function deleteRead() {
    const refs = read.splice(0);
    for (let start = 0; start < refs.length; start += maxWrites) {
      const commit = () => {
        const batch = writeBatch(firestore);
        for (const ref of refs.slice(start, start + maxWrites)) batch.delete(ref);
        return batch.commit();
      };
      // It is refused only when the seat is gone. The other listener reports that.
      write(commit).catch(() => {});
    }
  }

  function handleSnapshot(snapshot: QuerySnapshot) {
    if (signal.aborted) return;
    const arrived = snapshot.docChanges().flatMap(({ type, doc: found }) => {
      const message = readMessage(found.data());
      const instant = message?.instant ?? "";
      if (type === "removed" || delivered.get(found.id) === instant) return [];
      delivered.set(found.id, instant);
      return [{ ref: found.ref, message }];
    });
    if (arrived.length > 0 && read.length === 0) clock.after(deleteAfterMs, deleteRead);
    read.push(...arrived.map(({ ref }) => ref));
    // Messages sent before this seat was taken were for an earlier page.
    const current = arrived
      .flatMap(({ message }) => (message !== null && message.sentAt >= self.seat ? message : []))
      .sort((a, b) => (a.instant < b.instant ? -1 : 1));
    for (const { from, payload } of current) if (!signal.aborted) messages.emit({ from, payload });
  }

  return (listener, listening) => {
    messages.add(listener, listening);
    if (isListening) return;
    isListening = true;
    options.listening.listen((onError) => onSnapshot(at.inboxOf(self.participantID), handleSnapshot, onError));
  };
}
