// The rooms that the attacks find: one with everybody in it, in different states, and another room.
import { paths, type TokenClaims } from "@meetogram/contract";
import { Timestamp, type DocumentData } from "firebase/firestore";
import { otherRoom, removed, room, seats, type SeatOf } from "./callers.ts";

export type Documents = Readonly<Record<string, DocumentData>>;

export function inMinutes(minutes: number): Timestamp {
  return Timestamp.fromMillis(Date.now() + minutes * 60_000);
}

/** The slot of the bystander's signal in every inbox. */
export const message = paths.slot(seats.bystander.participant, 0);

export function messagePath(where: string, participant: string): string {
  return `${paths.inbox(where, participant)}/${message}`;
}

/** Everybody has sent a signal to this participant. */
export const receiver = seats.twin.participant;

export function sentPath(sender: string): string {
  return `${paths.inbox(room, receiver)}/${paths.slot(sender, 0)}`;
}

/** Null: the room's document is deleted and its seats still exist, as while the room is erased. */
const changes = {
  "an open room": {},
  "a locked room": { isLocked: true },
  "an entered room": { enteredAt: inMinutes(-2) },
  "an expired room": { expireAt: inMinutes(-0.01) },
  "a room without its document": null,
  "a room with a waiting room": { hasWaitingRoom: true, admitted: [seats.admitted.participant] },
  "a waiting room that has admitted nobody": { hasWaitingRoom: true },
  "a room that may stand empty for two hours": { emptyMinutes: 120 },
  "a room that may stand empty for 20 minutes": { emptyMinutes: 20 },
  "a room with a string as emptyMinutes": { emptyMinutes: "120" },
} as const satisfies Record<string, DocumentData | null>;

export type Scene = keyof typeof changes;

/** Every permitted act is tried in these. The others are for the fields that they change. */
export const mainScenes: readonly Scene[] = [
  "an open room",
  "a locked room",
  "an entered room",
  "an expired room",
  "a room without its document",
  "a room with a waiting room",
];

/** The scenes that change how far the expiry may be extended, and one without a list. */
export const specialScenes = (Object.keys(changes) as Scene[]).filter((scene) => !mainScenes.includes(scene));

export function documentsOf(scene: Scene): Documents {
  const change = changes[scene];
  const documents: Record<string, DocumentData> = {
    [paths.room(otherRoom)]: openRoom(),
    [paths.secret(room)]: { hostKeyHash: "hash", passwordHash: null, attempts: { all: null, byCaller: {} } },
  };
  if (change) documents[paths.room(room)] = { ...openRoom(), ...change };
  for (const seat of Object.values(seats)) {
    const { room: where, participant } = seat;
    documents[paths.user(where, participant)] = seatDocument(seat);
    documents[`rooms/${where}/private/${participant}`] = { userID: `user of ${participant}` };
    documents[messagePath(where, participant)] = signal({ participant: seats.bystander.participant, session: "s" });
    if (where === room) documents[sentPath(participant)] = signal(seat);
  }
  return documents;
}

export function openRoom(): DocumentData {
  return {
    createdAt: inMinutes(-5),
    expireAt: inMinutes(5),
    enteredAt: null,
    capacity: 8,
    isLocked: false,
    isProtected: false,
    hasLinkProof: false,
    emptyMinutes: 60,
    removed: [removed.participant],
    hosts: [seats.host.participant],
  };
}

export function seatDocument({ session, joinedAtMs, leaseMinutes, isActive, role }: SeatOf): DocumentData {
  return {
    constraints: { audio: true, video: true, screen: false },
    isActive,
    session,
    joinedAt: Timestamp.fromMillis(joinedAtMs),
    leaseUntil: inMinutes(leaseMinutes),
    role,
    name: null,
  };
}

function signal({ participant, session }: Pick<TokenClaims, "participant" | "session">): DocumentData {
  return { from: participant, session, payload: "sealed", sentAt: inMinutes(-1), expireAt: inMinutes(9) };
}
