// What clients write into their own seat.
import { limits, paths } from "@meetogram/contract";
import { serverTimestamp, Timestamp } from "firebase/firestore";
import { entered, room, seated, seats } from "../callers.ts";
import { inMinutes } from "../scenes.ts";
import { flag, frozen, frozenExceptNull, frozenTrue, instant, sealed } from "./fields.ts";
import type { Self } from "./self.ts";
import { epoch, value } from "./values.ts";
import { extras, heldBack, nullValue, otherSessions, type WriteRow } from "./write-row.ts";

/** So long after an instant of their own seat. Who has none takes the present. */
function after(field: "leaseUntil" | "joinedAt", ms: number, { participant, contentOf }: Self): Timestamp {
  const instant = contentOf(paths.user(room, participant))?.[field] as Timestamp | undefined;
  return Timestamp.fromMillis((instant?.toMillis() ?? Date.now()) + ms);
}
const afterLease = (is: string, ms: number) => value(is, (self) => after("leaseUntil", ms, self));

const outageMinutes = limits.outageMs / 60_000;
const onLongLease = { as: "merge", path: () => paths.user(room, seats.longLeased.participant) } as const;
const onOwnSeat = { as: "merge", path: ({ participant }: Self) => paths.user(room, participant) } as const;
export const seatWrites: readonly WriteRow[] = [
  {
    ...onOwnSeat,
    does: "change every writable field of their own seat",
    data: () => ({
      constraints: { audio: false, video: true, screen: true },
      isActive: true,
      leaseUntil: inMinutes(5.5),
      name: "c2VhbGVk",
    }),
    may: { otherwise: seated, "an expired room": entered, "a room without its document": entered, ...heldBack },
    because: "the room has ended, or holds them back",
    fields: {
      constraints: {
        takes: [value("all off", () => ({ audio: false, video: false, screen: false }))],
        refuses: flag()
          .refuses.filter(({ is }) => is !== "null")
          .concat(
            nullValue,
            value("true", () => true),
          ),
        inner: { audio: flag(), video: flag(), screen: flag() },
      },
      isActive: flag(),
      leaseUntil: instant(
        14,
        [afterLease("its current value", 0), afterLease("a second after its current value", 1_000)],
        [
          afterLease("a second before its current value", -1_000),
          value("the server timestamp", () => serverTimestamp()),
          epoch,
        ],
      ),
      name: sealed(limits.maxSealedNameLength, [nullValue]),
      hasKnocked: { ...flag(), isNew: true },
      session: frozen(...otherSessions),
      joinedAt: frozen(epoch),
      role: frozen(
        value("the other role", ({ contentOf, participant }) =>
          contentOf(paths.user(room, participant))?.["role"] === "host" ? "guest" : "host",
        ),
      ),
      ...extras("color", "expireAt", "isLocked", "userID"),
    },
  },
  {
    ...onOwnSeat,
    does: "knock",
    data: () => ({ hasKnocked: true, name: "c2VhbGVk" }),
    may: seated,
    because: "-",
  },
  {
    ...onLongLease,
    does: "let another enter",
    data: () => ({ hasKnocked: true }),
    may: [],
    because: "only its holder knocks",
  },
  {
    ...onOwnSeat,
    does: "wait until ten minutes after connecting",
    data: (self) => ({ isActive: false, leaseUntil: after("joinedAt", limits.waitingMs, self) }),
    may: seated,
    because: "-",
  },
  {
    ...onOwnSeat,
    does: "wait for longer",
    data: (self) => ({ isActive: false, leaseUntil: after("joinedAt", limits.waitingMs + 1, self) }),
    may: [],
    because: "a waiting seat lives for ten minutes",
  },
  {
    ...onOwnSeat,
    does: "take their lease back",
    data: (self) => ({ leaseUntil: after("leaseUntil", -1, self) }),
    may: [],
    because: "a lease only moves forward",
  },
  {
    ...onLongLease,
    does: "shorten another's lease",
    data: () => ({ leaseUntil: inMinutes(6) }),
    may: seated,
    because: "-",
    fields: {
      leaseUntil: instant(
        12,
        [value("the outage from now", () => inMinutes(outageMinutes + 0.2))],
        [
          value("less than the outage from now", () => inMinutes(outageMinutes - 0.2)),
          value("the server timestamp", () => serverTimestamp()),
          epoch,
        ],
      ),
      isActive: frozenTrue(),
      name: frozenExceptNull(),
      constraints: frozen(value("all off", () => ({ audio: false, video: false, screen: false }))),
      session: frozen(...otherSessions),
      joinedAt: frozen(epoch),
      role: frozen(value("host", () => "host")),
      ...extras("color"),
    },
  },
  {
    ...onLongLease,
    does: "prolong another's lease",
    data: () => ({ leaseUntil: inMinutes(13) }),
    may: [],
    because: "only its holder may",
  },
  {
    ...onOwnSeat,
    does: "enter",
    data: () => ({ isActive: true }),
    may: { otherwise: seated, "an expired room": entered, "a room without its document": entered, ...heldBack },
    because: "the room has ended, or holds them back",
  },
];
