// The room's document: who may come in, who was removed, and when it expires. The last known
// state holds until the server sends another one.
import { limits, RoomDocument } from "@meetogram/contract";
import {
  arrayUnion,
  getDocFromServer,
  onSnapshot,
  Timestamp,
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  type FieldValue,
} from "firebase/firestore";
import * as v from "valibot";
import { createListeners, type Listeners } from "../../platform/listeners.ts";
import type { RoomState } from "../signalling.ts";
import type { Listening } from "./listening.ts";

export interface RoomWatch {
  readonly onRoom: Listeners<[RoomState]>["add"];
  /** False until the room has been read. */
  isKnown(): boolean;
  isEntered(): boolean;
  /** No host has admitted this guest, and one has to. */
  holdsBack(participantID: string): boolean;
  /** `admitted` with these, for the document. */
  admittedWith(participantIDs: readonly string[]): FieldValue | string[];
  /** A host has ended the room. */
  wasEnded(now: number): boolean;
  /**
   * While the expiry is far away, entering costs one write only: those inside extend it in time.
   */
  isExpiryNear(now: number): boolean;
  /** The room's new `expireAt`. The rules only let it grow. */
  expiryFrom(now: number): Timestamp;
  /** Reads from the server, without the listener. */
  read(): Promise<void>;
}

/** How far the estimated server time may be behind. */
const clockToleranceMs = 30_000;

/**
 * Ending a room for all sets its end to that instant. Only the server sets it back: others extend
 * it. An end that is still ahead comes from a server with older data.
 */
export function isEnded(room: { expireAt: number; wasSetBack: boolean }, now: number): boolean {
  return room.wasSetBack && room.expireAt < now + clockToleranceMs;
}

export function watchRoom(at: DocumentReference, { listen }: Listening): RoomWatch {
  const rooms = createListeners<[RoomState]>();
  let expireAt = Number.POSITIVE_INFINITY;
  let enteredAt: number | null = null;
  let wasSetBack = false;
  let emptyRoomMs: number = limits.emptyRoomMs;
  let state: RoomState | null = null;

  function take(data: DocumentData | undefined) {
    const parsed = v.safeParse(RoomDocument, data);
    if (!parsed.success) return;
    const isMoved = Number.isFinite(expireAt) && parsed.output.expireAt !== expireAt;
    if (isMoved) wasSetBack = parsed.output.expireAt < expireAt;
    ({ expireAt, enteredAt } = parsed.output);
    const { emptyMinutes, isLocked, removed = [], hasWaitingRoom = false, admitted = [] } = parsed.output;
    if (emptyMinutes !== undefined) emptyRoomMs = emptyMinutes * 60_000;
    const taken = { isLocked, removed, hasWaitingRoom, admitted, expiresAtMs: expireAt };
    if (JSON.stringify(taken) !== JSON.stringify(state)) rooms.emit((state = taken));
  }

  function handleSnapshot(snapshot: DocumentSnapshot) {
    if (!snapshot.metadata.hasPendingWrites) take(snapshot.data());
  }

  // Includes metadata changes: a local write counts only when the server has accepted it.
  listen((onError) => onSnapshot(at, { includeMetadataChanges: true }, handleSnapshot, onError));

  return {
    onRoom(listener, listening) {
      rooms.add(listener, listening);
      if (state !== null) listener(state);
    },
    isKnown: () => Number.isFinite(expireAt),
    isEntered: () => enteredAt !== null,
    holdsBack: (participantID) => state?.hasWaitingRoom === true && !state.admitted.includes(participantID),
    admittedWith(participantIDs) {
      const all = [...new Set([...(state?.admitted ?? []), ...participantIDs])];
      // Another host may admit somebody at the same time: only a full list is replaced.
      return all.length > limits.maxAdmitted ? all.slice(-limits.maxAdmitted) : arrayUnion(...participantIDs);
    },
    wasEnded: (now) => isEnded({ expireAt, wasSetBack }, now),
    isExpiryNear: (now) => expireAt - now < emptyRoomMs / 2,
    expiryFrom: (now) => Timestamp.fromMillis(Math.max(now + emptyRoomMs, expireAt)),
    read: async () => take((await getDocFromServer(at)).data()),
  };
}
