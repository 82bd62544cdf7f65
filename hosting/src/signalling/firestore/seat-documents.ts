// A room's documents as signalling reads and writes them. A document without the agreed shape is
// ignored.
import { InboxDocument, ParticipantDocument, paths } from "@meetogram/contract";
import { collection, doc, Timestamp, type DocumentData, type Firestore } from "firebase/firestore";
import * as v from "valibot";
import type { SeatedParticipant } from "../signalling.ts";

export function openPaths(firestore: Firestore, room: string, participantID: string) {
  return {
    room: doc(firestore, paths.room(room)),
    users: collection(firestore, paths.users(room)),
    own: doc(firestore, paths.user(room, participantID)),
    inboxOf: (receiverID: string) => collection(firestore, paths.inbox(room, receiverID)),
  };
}

export interface Seated {
  readonly participant: SeatedParticipant;
  readonly leaseUntil: number;
}

/** Null unless the document is a participant's. */
export function readSeat(participantID: string, data: DocumentData): Seated | null {
  const parsed = v.safeParse(ParticipantDocument, data);
  if (!parsed.success) return null;
  const { joinedAt, leaseUntil, hasKnocked = false, isActive, constraints, role, name } = parsed.output;
  return { participant: { participantID, seat: joinedAt, isActive, constraints, role, name, hasKnocked }, leaseUntil };
}

export interface Delivery {
  readonly from: string;
  readonly payload: string;
  readonly sentAt: number;
  /** `sentAt` in full. As a string it has the order of time. */
  readonly instant: string;
}

/** Null unless the document is a message. */
export function readMessage(data: DocumentData): Delivery | null {
  const parsed = v.safeParse(InboxDocument, data);
  const { sentAt } = data;
  return parsed.success && sentAt instanceof Timestamp ? { ...parsed.output, instant: sentAt.valueOf() } : null;
}
