// What clients write into their own seat.
import { limits, paths } from "@meetogram/contract";
import { serverTimestamp } from "firebase/firestore";
import { entered, room, seated } from "../callers.ts";
import { inMinutes } from "../scenes.ts";
import { flag, frozen, instant, text } from "./fields.ts";
import type { Self } from "./self.ts";
import { epoch, value } from "./values.ts";
import { extras, nullValue, otherSessions, type WriteRow } from "./write-row.ts";

const onOwnSeat = { as: "merge", path: ({ participant }: Self) => paths.user(room, participant) } as const;
export const seatWrites: readonly WriteRow[] = [
  {
    ...onOwnSeat,
    does: "change every writable field of their own seat",
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
          .refuses.filter(({ is }) => is !== "null")
          .concat(
            nullValue,
            value("true", () => true),
          ),
        inner: { audio: flag(), video: flag(), screen: flag() },
      },
      isActive: flag(),
      leaseUntil: instant(10, [epoch, value("the server timestamp", () => serverTimestamp())]),
      name: text(limits.maxSealedNameLength, [nullValue]),
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
    does: "enter",
    data: () => ({ isActive: true }),
    may: { otherwise: seated, "an expired room": entered, "a room without its document": entered },
    because: "the room has ended",
  },
];
