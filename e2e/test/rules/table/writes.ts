// The table's third part: what clients write. Each row is a write that is allowed to some, and its fields say what else it could have
// held; every attack on a field starts from the allowed write and changes that field alone.
import { limits, paths } from "@meetogram/contract";
import { arrayRemove, serverTimestamp, Timestamp, type DocumentData } from "firebase/firestore";
import { elsewhere, entered, hosts, removed, room, seated, seats, strangers } from "../cast.ts";
import { inMinutes } from "../scenes.ts";
import type { Write } from "../requests.ts";
import {
  flag,
  frozen,
  frozenFalse,
  frozenList,
  instant,
  needed,
  own,
  requestTime,
  text,
  unknown,
  type Field,
} from "./fields.ts";
import type { Self, Verdict } from "./self.ts";
import { epoch, value, type Value } from "./values.ts";

export interface WriteRow {
  readonly does: string;
  readonly as: "set" | "merge";
  readonly path: (self: Self) => string;
  readonly data: (self: Self) => DocumentData;
  readonly may: Verdict;
  readonly because: string;
  /** Absent: the row adds nothing to the attacks on fields. */
  readonly fields?: Readonly<Record<string, Field>>;
}

/** The write of a row, as somebody would do it. */
export function writeOf({ as, path, data }: WriteRow, self: Self): Write {
  return { do: as, path: path(self), data: data(self) };
}

const closed = { "an expired room": [], "a room without its document": [] } as const;
const nothing = value("nothing", () => null);
const heldExpiry = (self: Self) => (self.held(paths.room(room))?.["expireAt"] as Timestamp).toMillis();
const afterHeld = (is: string, ms: number) => value(is, (self) => Timestamp.fromMillis(heldExpiry(self) + ms));
const emptyMinutes = limits.emptyRoomMs / 60_000;

const extras = (...names: string[]) => Object.fromEntries(names.map((name) => [name, unknown()]));

const expiry = instant(
  emptyMinutes + 15,
  [afterHeld("what it is", 0), afterHeld("a second later than it is", 1000)],
  [afterHeld("a second earlier than it is", -1000), value("the server's time", () => serverTimestamp()), epoch],
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
const rooms: readonly WriteRow[] = [
  {
    ...onRoom,
    does: "be the first to enter the room",
    data: () => ({ enteredAt: serverTimestamp(), expireAt: inMinutes(60) }),
    may: { otherwise: seated, "a room that was entered": [], ...closed },
    because: "it was entered, or has ended",
    fields: { ...ofRoom, expireAt: expiry, enteredAt: requestTime([nothing]), isLocked: frozenFalse() },
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
    data: ({ held }) => ({ isLocked: held(paths.room(room))?.["isLocked"] !== true }),
    may: { otherwise: hosts, "a room without its document": [] },
    because: "a host does that",
    fields: { ...ofRoom, isLocked: flag(), expireAt: frozen(), enteredAt: frozenExceptNull() },
  },
];

function frozenExceptNull(): Field {
  return { takes: [nothing], refuses: frozen().refuses.filter(({ is }) => is !== "nothing") };
}

const otherIDs: readonly Value[] = [
  value("another guest's", () => seats.bystander.participant),
  value("a host's", () => seats.moved.participant),
  value("a stranger's", () => seats.stranger.participant),
  value("the own user's", ({ uid }) => uid),
  value("the own in capitals", ({ participant }) => participant.toUpperCase()),
  value("a beginning of the own", ({ participant }) => participant.slice(0, -1)),
];
const otherSessions: readonly Value[] = [
  value("another's", () => seats.bystander.session),
  value("the own in capitals", ({ session }) => session.toUpperCase()),
  value("the own and more", ({ session }) => `${session}0`),
];

const onOwnSeat = { as: "merge", path: ({ participant }: Self) => paths.user(room, participant) } as const;
const users: readonly WriteRow[] = [
  {
    ...onOwnSeat,
    does: "change everything of the own seat that may be changed",
    data: () => ({
      constraints: { audio: false, video: true, screen: true },
      isActive: false,
      leaseUntil: inMinutes(5),
      name: "c2VhbGVk",
    }),
    may: seated,
    because: "-",
    fields: {
      constraints: {
        takes: [value("all off", () => ({ audio: false, video: false, screen: false }))],
        refuses: flag()
          .refuses.filter(({ is }) => is !== "nothing")
          .concat(
            nothing,
            value("true", () => true),
          ),
        inner: { audio: flag(), video: flag(), screen: flag() },
      },
      isActive: flag(),
      leaseUntil: instant(10, [epoch, value("the server's time", () => serverTimestamp())]),
      name: text(limits.maxSealedNameLength, [nothing]),
      session: frozen(...otherSessions),
      joinedAt: frozen(epoch),
      role: frozen(
        value("what it is not", ({ held, participant }) =>
          held(paths.user(room, participant))?.["role"] === "host" ? "guest" : "host",
        ),
      ),
      ...extras("color", "expireAt", "isLocked", "userID"),
    },
  },
  {
    ...onOwnSeat,
    does: "enter",
    data: () => ({ isActive: true }),
    may: { otherwise: seated, "an expired room": entered, "a room without its document": entered },
    because: "the room has ended",
  },
];

const signalOf = ({ participant, session }: Self) => ({
  from: participant,
  session,
  payload: "sealed",
  sentAt: serverTimestamp(),
  expireAt: inMinutes(10),
});
const newIn = (where: string, owner: string) => `${paths.inbox(where, owner)}/new`;

const signals: readonly WriteRow[] = [
  {
    as: "set",
    does: "put a signal into another's inbox",
    path: () => newIn(room, seats.bystander.participant),
    data: signalOf,
    may: { otherwise: seated, ...closed },
    because: "the room has ended",
    fields: {
      from: needed(own(...otherIDs)),
      session: needed(own(...otherSessions)),
      payload: needed(text(limits.maxSealedSignalLength)),
      sentAt: needed(requestTime()),
      expireAt: needed(instant(20, [epoch, value("the server's time", () => serverTimestamp())])),
      ...extras("color", "to", "role", "isActive"),
    },
  },
  ...Object.entries({
    "the own inbox": ({ participant }: Self) => newIn(room, participant),
    "the inbox of somebody who was removed": () => newIn(room, removed.participant),
    "an inbox elsewhere": () => newIn(elsewhere, seats.far.participant),
  }).map(([where, path]): WriteRow => ({
    as: "set",
    does: `put a signal into ${where}`,
    path,
    data: signalOf,
    may: where === "an inbox elsewhere" ? strangers : [],
    because: "signals go to others in the room",
  })),
];

export const writes: readonly WriteRow[] = [...rooms, ...users, ...signals];
