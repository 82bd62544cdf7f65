// The first part of the table: every kind of document, and who may read, replace, change and delete
// it. Nobody may do an operation that a row does not name.
import { paths } from "@meetogram/contract";
import { serverTimestamp, type DocumentData } from "firebase/firestore";
import { otherRoom, hosts, room, seated, seats, strangers } from "../callers.ts";
import { inMinutes, message, messagePath, openRoom, seatDocument } from "../scenes.ts";
import type { Self, Permission } from "./self.ts";

export const operations = ["get", "read in a transaction", "set", "merge", "delete"] as const;
export type Operation = (typeof operations)[number];

export interface DocumentRow {
  /** Absent: all operations. */
  readonly tried?: readonly Operation[];
  /** Differs from another row only in the document. It is tried in the open room only. */
  readonly isVariant?: true;
  readonly name: string;
  readonly path: (self: Self) => string;
  /** What an attacker would write. */
  readonly data: (self: Self) => DocumentData;
  readonly may: Readonly<Partial<Record<Operation, Permission>>>;
  /** Why callers with a seat in the room may do nothing else. */
  readonly because: string;
}

const absent = "11111111-1111-4111-8111-111111111111";
const text = () => ({ text: "hello" });
const read = (by: Permission): DocumentRow["may"] => ({ get: by, "read in a transaction": by });
const roomier = () => ({ ...openRoom(), capacity: 16, hosts: [] });
const hostSeat = () => ({ ...seatDocument(seats.host), joinedAt: serverTimestamp() });
const note = ({ participant, session }: Self) => ({
  from: participant,
  session,
  payload: "forged",
  sentAt: serverTimestamp(),
  expireAt: inMinutes(10),
});

const rooms: readonly DocumentRow[] = [
  {
    name: "the room",
    path: () => paths.room(room),
    data: roomier,
    may: read(seated),
    because: "only the server creates rooms",
  },
  {
    name: "another room",
    path: () => paths.room(otherRoom),
    data: roomier,
    may: read(strangers),
    because: "it is another room",
  },
  {
    name: "a room that does not exist",
    path: () => paths.room(absent),
    data: roomier,
    may: {},
    because: "the caller has no seat in it",
  },
];

const users: readonly DocumentRow[] = [
  {
    name: "their own seat",
    path: ({ participant }) => paths.user(room, participant),
    data: hostSeat,
    may: { ...read(seated), delete: seated },
    because: "only the server assigns seats",
  },
  {
    name: "another's seat",
    path: () => paths.user(room, seats.bystander.participant),
    data: hostSeat,
    may: { ...read(seated), delete: hosts },
    because: "it is another's, and its lease is valid",
  },
  {
    name: "a seat whose lease has just expired",
    path: () => paths.user(room, seats.justExpiredBystander.participant),
    data: hostSeat,
    may: { ...read(seated), delete: hosts },
    because: "its holder still has its rights",
  },
  {
    name: "a seat whose lease has lapsed",
    path: () => paths.user(room, seats.lapsedBystander.participant),
    data: hostSeat,
    may: { ...read(seated), delete: seated },
    because: "it may be deleted, not taken over",
  },
  {
    name: "another's seat with the active guest's session and instant",
    path: () => paths.user(room, seats.twin.participant),
    data: hostSeat,
    may: { ...read(seated), delete: hosts },
    because: "the token names a participant too",
    isVariant: true,
  },
  {
    name: "a seat that does not exist",
    path: () => paths.user(room, absent),
    data: hostSeat,
    // It has no lease that could have expired.
    may: { ...read(seated), delete: hosts },
    isVariant: true,
    because: "only the server assigns seats",
  },
  {
    name: "a seat of another room",
    path: () => paths.user(otherRoom, seats.inOtherRoom.participant),
    data: hostSeat,
    may: { ...read(strangers), delete: strangers },
    because: "it is another room",
  },
];

const signals: readonly DocumentRow[] = [
  {
    name: "a signal in their own inbox",
    path: ({ participant }) => messagePath(room, participant),
    data: note,
    may: { ...read(seated), delete: seated },
    because: "nobody writes to themselves",
  },
  {
    name: "a signal in another's inbox",
    path: () => messagePath(room, seats.bystander.participant),
    data: note,
    may: {},
    because: "it is another's",
  },
  {
    name: "a signal in an inbox of another room",
    path: () => messagePath(otherRoom, seats.inOtherRoom.participant),
    data: note,
    may: {},
    because: "it is another's",
  },
  {
    name: "a signal in an inbox without an owner",
    path: () => messagePath(room, absent),
    data: note,
    may: {},
    because: "nobody would read it",
  },
];

/** No rule names these, so everybody is denied. */
const unnamed: Readonly<Record<string, (self: Self) => string>> = {
  "the room's secret": () => paths.secret(room),
  "another's private document": () => `rooms/${room}/private/${seats.bystander.participant}`,
  "their own private document": ({ participant }) => `rooms/${room}/private/${participant}`,
  "a new private document": () => `rooms/${room}/private/mine`,
  "another room's secret": () => paths.secret(otherRoom),
  "a document of an unknown collection": () => "anything/at-all",
  "a user outside all rooms": ({ uid }) => `users/${uid}`,
  "a document of an unknown collection of the room": () => `rooms/${room}/chat/1`,
  "a document below their own seat": ({ participant }) => `${paths.user(room, participant)}/notes/1`,
  "a document below their own signal": ({ participant }) => `${messagePath(room, participant)}/notes/1`,
  "an inbox below their own signal": ({ participant }) => `${messagePath(room, participant)}/inbox/${message}`,
  "a room in the room": () => `rooms/${room}/rooms/${room}`,
  "a seat in no room": ({ participant }) => `room/${room}/users/${participant}`,
  "an inbox of the room": () => `rooms/${room}/inbox/${message}`,
};

export const documents: readonly DocumentRow[] = [
  ...rooms,
  ...users,
  ...signals,
  ...Object.entries(unnamed).map(([name, path]) => ({
    name,
    path,
    data: text,
    may: {},
    because: "no rule names it",
    tried: ["get", "set", "delete"] as const,
  })),
];
