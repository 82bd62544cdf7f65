// All files of a call, in both directions. It knows nothing of the interface. Offers and answers
// are control messages; bytes take the lane to their participant.
import type { FileMessage } from "@meetogram/contract";
import type { Features } from "../../../../meeting/useMeeting.ts";
import type { FileStore } from "../storage/file-store.ts";
import { createContacts } from "./contacts.ts";
import { createIncoming } from "./incoming.ts";
import { createOutgoing } from "./outgoing.ts";
import type { Transfer } from "./transfer.ts";

export interface FileTransfers {
  /** In the order in which they were offered. */
  readonly list: readonly Transfer[];
  /** So many more files may be offered to this participant now. */
  roomFor(participantID: string): number;
  offer(file: File, to: string): void;
  accept(key: string): void;
  refuse(key: string): void;
  cancel(key: string): void;
  setPaused(key: string, isPaused: boolean): void;
  forget(key: string): void;
  handleMessage(from: string, message: FileMessage): void;
  handleReached(participantID: string): void;
  /** The participant is not shown any more. What it has offered cannot be accepted. */
  handleLeft(participantID: string): void;
  /** The call is over. */
  close(): void;
}

export function createFileTransfers(options: {
  features: Features;
  store: FileStore;
  /** A monotonic clock, in ms. */
  now: () => number;
  onChange: () => void;
  /** It is complete, and in `received`. */
  onArrived: (transfer: Transfer) => void;
}): FileTransfers {
  const { features, store, now, onChange, onArrived } = options;
  let places = 0;
  const contacts = createContacts({
    features,
    onMessage(from, message) {
      const isTaken =
        "type" in message && message.type === "written"
          ? outgoing.handleWritten(from, message)
          : incoming.handleFrame(from, message);
      return isTaken === null ? "late" : isTaken ? "taken" : "wrong";
    },
    onEnd(participantID) {
      outgoing.handleLaneEnd(participantID);
      incoming.handleLaneEnd(participantID);
    },
  });
  const traffic = { contacts, send: features.send, now, nextPlace: () => places++, onChange };
  const outgoing = createOutgoing(traffic);
  const incoming = createIncoming({ ...traffic, store, onArrived });
  const both = [outgoing, incoming];

  return {
    get list() {
      return [...outgoing.list, ...incoming.list].sort((one, other) => one.place - other.place);
    },
    roomFor: outgoing.roomFor,
    offer: outgoing.offer,
    accept: incoming.accept,
    refuse: incoming.refuse,
    cancel: (key) => both.forEach((side) => side.cancel(key)),
    setPaused: (key, isPaused) => both.forEach((side) => side.setPaused(key, isPaused)),
    forget: (key) => both.forEach((side) => side.forget(key)),
    handleMessage(from, message) {
      if (message.type !== "file-offer") outgoing.handleMessage(from, message);
      incoming.handleMessage(from, message);
    },
    handleReached(participantID) {
      contacts.handleReached(participantID);
      outgoing.handleReached(participantID);
      incoming.handleReached(participantID);
    },
    handleLeft: incoming.handleLeft,
    close: contacts.close,
  };
}
