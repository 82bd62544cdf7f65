// Where a seat's documents are, whose seat it is, and what time the server has. The modules of a
// stay share it.
import { paths } from "@meetogram/contract";
import {
  collection,
  doc,
  Timestamp,
  type CollectionReference,
  type DocumentReference,
  type Firestore,
} from "firebase/firestore";

/** Whose seat it is, and where. */
interface SeatKey {
  readonly firestore: Firestore;
  readonly uuid: string;
  readonly participantID: string;
  readonly role: "host" | "guest";
  readonly seat: number;
  readonly session: string;
}

export interface Place extends SeatKey {
  readonly room: DocumentReference;
  readonly users: CollectionReference;
  readonly own: DocumentReference;
  inboxOf(participantID: string): CollectionReference;
  /** Of the server, in ms since the epoch: never ahead of it. */
  now(): number;
  /** The server has told its time. */
  setClock(serverTime: string): void;
  /** The instant so many ms from now. */
  in(ms: number): Timestamp;
}

export function openPlace({ serverTime, ...key }: SeatKey & { readonly serverTime: string }): Place {
  const { firestore, uuid, participantID } = key;
  let aheadMs = 0;
  // The wall clock may be set at any moment.
  const now = () => performance.now() + aheadMs;
  const setClock = (time: string) => (aheadMs = Date.parse(time) - performance.now());
  setClock(serverTime);
  return {
    ...key,
    room: doc(firestore, paths.room(uuid)),
    users: collection(firestore, paths.users(uuid)),
    own: doc(firestore, paths.user(uuid, participantID)),
    inboxOf: (receiver) => collection(firestore, paths.inbox(uuid, receiver)),
    now,
    setClock,
    in: (ms) => Timestamp.fromMillis(now() + ms),
  };
}
