// What clients write into the room: its expiry and first entry, and its lock.
import { limits, paths } from "@meetogram/contract";
import { arrayRemove, serverTimestamp, Timestamp } from "firebase/firestore";
import { hosts, removed, room, seated, seats } from "../callers.ts";
import { inMinutes } from "../scenes.ts";
import { flag, frozen, frozenFalse, frozenList, instant, requestTime, type Field } from "./fields.ts";
import type { Self } from "./self.ts";
import { epoch, value } from "./values.ts";
import { closed, extras, nullValue, type WriteRow } from "./write-row.ts";

const currentExpiry = (self: Self) => (self.contentOf(paths.room(room))!["expireAt"] as Timestamp).toMillis();
const afterCurrent = (is: string, ms: number) => value(is, (self) => Timestamp.fromMillis(currentExpiry(self) + ms));
const emptyMinutes = limits.emptyRoomMs / 60_000;

const expiry = instant(
  emptyMinutes + 15,
  [afterCurrent("what it is", 0), afterCurrent("a second later than it is", 1000)],
  [afterCurrent("a second earlier than it is", -1000), value("the server's time", () => serverTimestamp()), epoch],
);

const ofRoom: Readonly<Record<string, Field>> = {
  createdAt: frozen(),
  capacity: frozen(value("16", () => 16)),
  isProtected: frozenFalse(),
  emptyMinutes: frozen(value("a year", () => 525_600)),
  removed: frozenList(
    value("a list of another", () => [seats.other.participant]),
    value("a list without whom it had", () => arrayRemove(removed.participant)),
  ),
  hosts: frozenList(
    value("a list of oneself and another", ({ participant }) => [participant, seats.other.participant]),
    value("a list without whom it had", () => arrayRemove(seats.host.participant)),
  ),
  ...extras("color", "role", "leaseUntil"),
};

const onRoom = { as: "merge", path: () => paths.room(room) } as const;
export const roomWrites: readonly WriteRow[] = [
  {
    ...onRoom,
    does: "be the first to enter the room",
    data: () => ({ enteredAt: serverTimestamp(), expireAt: inMinutes(60) }),
    may: { otherwise: seated, "a room that was entered": [], ...closed },
    because: "it was entered, or has ended",
    fields: { ...ofRoom, expireAt: expiry, enteredAt: requestTime([nullValue]), isLocked: frozenFalse() },
  },
  {
    ...onRoom,
    does: "move the room's expiry ahead",
    data: () => ({ expireAt: inMinutes(60) }),
    may: {
      otherwise: seated,
      "a room that may stand empty for 20 minutes": [],
      "a room with a text for the minutes that it may stand empty": [],
      ...closed,
    },
    because: "it has ended, or may not stand empty for so long",
  },
  {
    ...onRoom,
    does: "move the room's expiry two hours ahead",
    data: () => ({ expireAt: inMinutes(120) }),
    may: { otherwise: [], "a room that may stand empty for two hours": seated },
    because: "it may not stand empty for so long",
  },
  {
    ...onRoom,
    does: "turn the room's lock",
    data: ({ contentOf }) => ({ isLocked: contentOf(paths.room(room))?.["isLocked"] !== true }),
    may: { otherwise: hosts, "a room without its document": [] },
    because: "a host does that",
    fields: { ...ofRoom, isLocked: flag(), expireAt: frozen(), enteredAt: frozenExceptNull() },
  },
];

function frozenExceptNull(): Field {
  return { takes: [nullValue], refuses: frozen().refuses.filter(({ is }) => is !== "nothing") };
}
