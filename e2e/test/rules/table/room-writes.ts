// What clients write into the room: its expiry, its first entry, and its lock.
import { randomUUID } from "node:crypto";
import { limits, paths } from "@meetogram/contract";
import { arrayRemove, serverTimestamp, Timestamp } from "firebase/firestore";
import { hosts, removed, room, seated, seats } from "../callers.ts";
import { inMinutes } from "../scenes.ts";
import { flag, frozen, frozenExceptNull, frozenFalse, frozenList, instant, requestTime, type Field } from "./fields.ts";
import type { Self } from "./self.ts";
import { computed, epoch, value } from "./values.ts";
import { closed, extras, nullValue, type WriteRow } from "./write-row.ts";

const currentExpiry = (self: Self) => (self.contentOf(paths.room(room))!["expireAt"] as Timestamp).toMillis();
const afterCurrent = (is: string, ms: number) => value(is, (self) => Timestamp.fromMillis(currentExpiry(self) + ms));
const emptyMinutes = limits.emptyRoomMs / 60_000;

const expiry = instant(
  emptyMinutes + 15,
  [afterCurrent("its current value", 0), afterCurrent("a second after its current value", 1000)],
  [
    afterCurrent("a second before its current value", -1000),
    value("the server timestamp", () => serverTimestamp()),
    epoch,
  ],
);

const ofRoom: Readonly<Record<string, Field>> = {
  createdAt: frozen(),
  capacity: frozen(value("16", () => 16)),
  isProtected: frozenFalse(),
  hasLinkProof: frozenFalse(),
  emptyMinutes: frozen(value("the minutes of a year", () => 525_600)),
  removed: frozenList(
    value("a list of another participant", () => [seats.other.participant]),
    value("a list without its current member", () => arrayRemove(removed.participant)),
  ),
  hosts: frozenList(
    value("a list of themselves and another", ({ participant }) => [participant, seats.other.participant]),
    value("a list without its current member", () => arrayRemove(seats.host.participant)),
  ),
  hasWaitingRoom: { ...frozen(), isNew: true },
  admitted: { ...frozen(), isNew: true },
  ...extras("color", "role", "leaseUntil"),
};

const idsOf = (count: number) => Array.from({ length: count }, () => randomUUID());
const { joined } = computed;
const listOfIDs: Field = {
  takes: [
    value("an empty list", () => []),
    value(`a list of ${limits.maxAdmitted} participants`, () => idsOf(limits.maxAdmitted)),
    joined,
  ],
  refuses: [
    ...frozen().refuses.filter(({ is }) => is !== "an empty list" && is !== joined.is),
    value("a list of one participant more", () => idsOf(limits.maxAdmitted + 1)),
    value("a list of one too long text", () => [idsOf(limits.maxAdmitted + 1).join()]),
    value("a list of what is no participant", () => ["anna"]),
    value("a list of a participant in capitals", ({ participant }) => [participant.toUpperCase()]),
    value("a list of a participant and more", ({ participant }) => [`${participant}0`]),
    value("a list in a map", ({ participant }) => ({ list: [participant] })),
  ],
  isNew: true,
};

const onRoom = { as: "merge", path: () => paths.room(room) } as const;
export const roomWrites: readonly WriteRow[] = [
  {
    ...onRoom,
    does: "record the first entry into the room",
    data: () => ({ enteredAt: serverTimestamp(), expireAt: inMinutes(60) }),
    may: { otherwise: seated, "an entered room": [], ...closed },
    because: "it has been entered, or has ended",
    fields: { ...ofRoom, expireAt: expiry, enteredAt: requestTime([nullValue]), isLocked: frozenFalse() },
  },
  {
    ...onRoom,
    does: "extend the room's expiry",
    data: () => ({ expireAt: inMinutes(60) }),
    may: {
      otherwise: seated,
      "a room that may stand empty for 20 minutes": [],
      "a room with a string as emptyMinutes": [],
      ...closed,
    },
    because: "it has ended, or may not stand empty for that long",
  },
  {
    ...onRoom,
    does: "extend the room's expiry to two hours",
    data: () => ({ expireAt: inMinutes(120) }),
    may: { otherwise: [], "a room that may stand empty for two hours": seated },
    because: "it may not stand empty for that long",
  },
  {
    ...onRoom,
    does: "toggle the room's lock",
    data: ({ contentOf }) => ({ isLocked: contentOf(paths.room(room))?.["isLocked"] !== true }),
    may: { otherwise: hosts, "a room without its document": [] },
    because: "only a host may",
    fields: {
      ...ofRoom,
      isLocked: flag(),
      hasWaitingRoom: { ...flag(), isNew: true },
      admitted: listOfIDs,
      expireAt: frozen(),
      enteredAt: frozenExceptNull(),
    },
  },
  {
    ...onRoom,
    does: "admit themselves and somebody who waits",
    data: ({ participant }) => ({ admitted: [participant, seats.waiting.participant] }),
    may: { otherwise: hosts, "a room without its document": [] },
    because: "only a host may",
  },
  {
    ...onRoom,
    does: "switch the waiting room",
    data: ({ contentOf }) => ({ hasWaitingRoom: contentOf(paths.room(room))?.["hasWaitingRoom"] !== true }),
    may: { otherwise: hosts, "a room without its document": [] },
    because: "only a host may",
  },
];
