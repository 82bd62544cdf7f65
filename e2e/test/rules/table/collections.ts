// The second part of the table: every query that a client could make. Rules are not filters. One
// document that may not be read denies the whole query, and so does a filter that would match only
// allowed ones.
import { paths } from "@meetogram/contract";
import { documentId, limit, orderBy, where, type QueryConstraint } from "firebase/firestore";
import { otherRoom, room, seated, seats, strangers } from "../callers.ts";
import type { Self, Permission } from "./self.ts";

export interface CollectionRow {
  readonly name: string;
  readonly of: (self: Self) => { readonly path: string } | { readonly group: string };
  readonly may: Permission;
  readonly because: string;
  /** In addition to all, the first, a count and a sum. */
  readonly filters: Readonly<Record<string, (self: Self) => readonly QueryConstraint[]>>;
}

export const everyFilter: CollectionRow["filters"] = {
  all: () => [],
  "the first only": () => [limit(1)],
  "ordered by name": () => [orderBy(documentId())],
};

const byOwnSession = ({ session }: Self) => [where("session", "==", session)];

export const collections: readonly CollectionRow[] = [
  {
    name: "the seats of the room",
    of: () => ({ path: paths.users(room) }),
    may: seated,
    because: "-",
    filters: {
      "active only": () => [where("isActive", "==", true)],
      "hosts only": () => [where("role", "==", "host")],
      "their own": byOwnSession,
      "one by its ID": () => [where(documentId(), "==", seats.bystander.participant)],
      "the two earliest": () => [orderBy("joinedAt"), limit(2)],
    },
  },
  {
    name: "the seats of another room",
    of: () => ({ path: paths.users(otherRoom) }),
    may: strangers,
    because: "it is another room",
    filters: { "their own": byOwnSession },
  },
  {
    name: "their own inbox",
    of: ({ participant }) => ({ path: paths.inbox(room, participant) }),
    may: seated,
    because: "-",
    filters: {
      "ordered by age": () => [orderBy("sentAt")],
      "from one participant": () => [where("from", "==", seats.bystander.participant)],
    },
  },
  {
    name: "another's inbox",
    of: () => ({ path: paths.inbox(room, seats.bystander.participant) }),
    may: [],
    because: "it is another's",
    filters: {
      "sent by themselves": ({ participant }) => [where("from", "==", participant)],
      "of their own session": byOwnSession,
    },
  },
  {
    name: "an inbox of the room itself",
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
      "unlocked only": () => [where("isLocked", "==", false)],
      "their own by its ID": () => [where(documentId(), "==", room)],
      "the two that they know": () => [where(documentId(), "in", [room, otherRoom])],
      "with them as a host": ({ participant }) => [where("hosts", "array-contains", participant)],
    },
  },
  {
    name: "the room's private documents",
    of: () => ({ path: `rooms/${room}/private` }),
    may: [],
    because: "only the server reads them",
    filters: {
      "their own": ({ participant }) => [where(documentId(), "==", participant)],
      "of their user": ({ uid }) => [where("userID", "==", uid)],
    },
  },
  ...["users", "anything"].map((path) => ({
    name: `the collection ${path}`,
    of: () => ({ path }),
    may: [],
    because: "no rule names it",
    filters: {},
  })),
  ...["rooms", "users", "inbox", "private", "anything"].map((group) => ({
    name: `every collection named ${group}`,
    of: () => ({ group }),
    may: [],
    because: "it reaches into other rooms",
    filters: {
      "of their own session": byOwnSession,
      "from themselves": ({ participant }: Self) => [where("from", "==", participant)],
    },
  })),
];
