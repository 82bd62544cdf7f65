// Signals through the server: written into the receiver's inbox, read from the own one, sealed on
// the way. docs/signalling.md says under "Documents" how the slots of a sender work.
import { InboxDocument, limits, paths, type Signal } from "@meetogram/contract";
import {
  doc,
  onSnapshot,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  writeBatch,
  type DocumentChange,
  type DocumentReference,
} from "firebase/firestore";
import { safeParse } from "valibot";
import type { Place } from "./place.ts";
import type { SignalHandlers } from "./room.ts";
import type { Sealing } from "./sealing.ts";

export interface Inbox {
  send(to: string, signal: Signal): Promise<void>;
  watch(handlers: SignalHandlers): () => void;
  /** Listens anew, with another token. */
  restart(): void;
  stop(): void;
}

/** Writes go one after the other. The answer to a message goes before its deletion. */
const deleteAfterMs = 1_000;
/** A batch takes no more. */
const maxWrites = 500;

export function openInbox(options: {
  at: Place;
  sealing: Sealing;
  isBarred: (participantID: string) => boolean;
  /** Nothing may be read any more. */
  handleLoss: () => void;
}): Inbox {
  const { at, sealing } = options;
  const watchers = new Set<SignalHandlers>();
  /** When the last read message of each slot was sent: a sender uses its slots again. */
  const read = new Map<string, number>();
  const nextSlots = new Map<string, number>();
  // Sealing and opening take time, and signals must not overtake each other.
  let sealings: Promise<unknown> = Promise.resolve();
  let openings: Promise<unknown> = Promise.resolve();
  let unsubscribe: (() => void) | null = null;
  const toDelete: DocumentReference[] = [];
  let deletion: ReturnType<typeof setTimeout> | undefined;

  function deleteLater(ref: DocumentReference): void {
    toDelete.push(ref);
    deletion ??= setTimeout(() => {
      deletion = undefined;
      const batch = writeBatch(at.firestore);
      for (const one of toDelete.splice(0, maxWrites)) batch.delete(one);
      batch.commit().catch(() => {});
    }, deleteAfterMs);
  }

  async function deliver({ from, payload }: InboxDocument): Promise<void> {
    const opening = openings.then(() => sealing.openSignal(from, at.participantID, payload).catch(() => null));
    openings = opening;
    const opened = await opening;
    for (const { onSignal, onRefused } of watchers) {
      if (opened === null) onRefused?.(from);
      else onSignal({ from, ...opened });
    }
  }

  function handleChange({ type, doc: found }: DocumentChange): void {
    const { success, output: message } = safeParse(InboxDocument, found.data());
    if (type === "removed" || (success && read.get(found.id) === message.sentAt)) return;
    deleteLater(found.ref);
    if (!success) return;
    read.set(found.id, message.sentAt);
    // An earlier one was meant for an earlier page of this participant.
    if (message.sentAt >= at.seat && !options.isBarred(message.from)) void deliver(message);
  }

  function listen(): () => void {
    const bySendTime = query(at.inboxOf(at.participantID), orderBy("sentAt"));
    return onSnapshot(bySendTime, (snapshot) => snapshot.docChanges().forEach(handleChange), options.handleLoss);
  }

  return {
    async send(to, signal) {
      const sealed = sealings.then(() => sealing.sealSignal(at.participantID, to, signal));
      sealings = sealed.catch(() => {});
      const payload = await sealed;
      const number = nextSlots.get(to) ?? at.seat % limits.slotsPerSender;
      nextSlots.set(to, (number + 1) % limits.slotsPerSender);
      const { participantID: from, session } = at;
      const slot = doc(at.inboxOf(to), paths.slot(from, number));
      await setDoc(slot, { from, session, payload, sentAt: serverTimestamp(), expireAt: at.in(limits.signalTtlMs) });
    },
    watch(handlers) {
      watchers.add(handlers);
      unsubscribe ??= listen();
      return () => void watchers.delete(handlers);
    },
    restart() {
      if (unsubscribe === null) return;
      unsubscribe();
      unsubscribe = listen();
    },
    stop() {
      clearTimeout(deletion);
      unsubscribe?.();
      unsubscribe = null;
    },
  };
}
