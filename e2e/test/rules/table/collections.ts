// The table's second part: every query that a client could think of. Rules are no filters: one document that may not be read denies
// all, and so does a filter that would leave only allowed ones.
import { paths } from "@meetogram/contract";
import { documentId, limit, orderBy, where, type QueryConstraint } from "firebase/firestore";
import { otherRoom, room, seated, seats, strangers } from "../callers.ts";
import type { Self, Permission } from "./self.ts";

export interface CollectionRow {
  readonly name: string;
  readonly of: (self: Self) => { readonly path: string } | { readonly group: string };
  readonly may: Permission;
  readonly because: string;
  /** Besides all of it, one of it, by their number and by a sum. */
  readonly filters: Readonly<Record<string, (self: Self) => readonly QueryConstraint[]>>;
}

export const everyFilter: CollectionRow["filters"] = {
  all: () => [],
  "the first": () => [limit(1)],
  "in the order of names": () => [orderBy(documentId())],
};

const byOwnSession = ({ session }: Self) => [where("session", "==", session)];

export const collections: readonly CollectionRow[] = [
  {
    name: "the seats of the room",
    of: () => ({ path: paths.users(room) }),
    may: seated,
    because: "-",
    filters: {
      "the active ones": () => [where("isActive", "==", true)],
      "the hosts": () => [where("role", "==", "host")],
      "the own": byOwnSession,
      "the one by its name": () => [where(documentId(), "==", seats.bystander.participant)],
      "those longest here": () => [orderBy("joinedAt"), limit(2)],
    },
  },
  {
    name: "the seats of another room",
    of: () => ({ path: paths.users(otherRoom) }),
    may: strangers,
    because: "it is another room",
    filters: { "the own": byOwnSession },
  },
  {
    name: "the own inbox",
    of: ({ participant }) => ({ path: paths.inbox(room, participant) }),
    may: seated,
    because: "-",
    filters: {
      "by their age": () => [orderBy("sentAt")],
      "those of one": () => [where("from", "==", seats.bystander.participant)],
    },
  },
  {
    name: "another's inbox",
    of: () => ({ path: paths.inbox(room, seats.bystander.participant) }),
    may: [],
    because: "it is another's",
    filters: {
      "those sent by oneself": ({ participant }) => [where("from", "==", participant)],
      "those of the own session": byOwnSession,
    },
  },
  {
    name: "the inboxes of the room as one",
    of: () => ({ path: `rooms/${room}/inbox` }),
    may: [],
    because: "no rule names it",
    filters: {},
  },
  {
    name: "the rooms",
    of: () => ({ path: paths.rooms }),
    may: [],
    because: "nobody may find rooms",
    filters: {
      "the open ones": () => [where("isLocked", "==", false)],
      "the own by its name": () => [where(documentId(), "==", room)],
      "the two that they know": () => [where(documentId(), "in", [room, otherRoom])],
      "those where they are host": ({ participant }) => [where("hosts", "array-contains", participant)],
    },
  },
  {
    name: "the room's private documents",
    of: () => ({ path: `rooms/${room}/private` }),
    may: [],
    because: "they are the server's",
    filters: {
      "the own": ({ participant }) => [where(documentId(), "==", participant)],
      "those of a user": ({ uid }) => [where("userID", "==", uid)],
    },
  },
  ...["departed", "users", "anything"].map((path) => ({
    name: `the collection ${path}`,
    of: () => ({ path }),
    may: [],
    because: "no rule names it",
    filters: {},
  })),
  ...["rooms", "users", "inbox", "private", "departed", "anything"].map((group) => ({
    name: `every collection named ${group}`,
    of: () => ({ group }),
    may: [],
    because: "it reaches into other rooms",
    filters: {
      "those of the own session": byOwnSession,
      "those from oneself": ({ participant }: Self) => [where("from", "==", participant)],
    },
  })),
];
