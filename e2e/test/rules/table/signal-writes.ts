// What clients write into inboxes.
import { limits, paths } from "@meetogram/contract";
import { serverTimestamp } from "firebase/firestore";
import { otherRoom, removed, room, seated, seats, strangers } from "../callers.ts";
import { inMinutes } from "../scenes.ts";
import { instant, needed, own, requestTime, text } from "./fields.ts";
import type { Self } from "./self.ts";
import { epoch, value, type Value } from "./values.ts";
import { closed, extras, otherSessions, type WriteRow } from "./write-row.ts";

const otherIDs: readonly Value[] = [
  value("another guest's", () => seats.bystander.participant),
  value("a host's", () => seats.moved.participant),
  value("a stranger's", () => seats.stranger.participant),
  value("their own user's", ({ uid }) => uid),
  value("their own in capitals", ({ participant }) => participant.toUpperCase()),
  value("a prefix of their own", ({ participant }) => participant.slice(0, -1)),
];

const signalOf = ({ participant, session }: Self) => ({
  from: participant,
  session,
  payload: "sealed",
  sentAt: serverTimestamp(),
  expireAt: inMinutes(10),
});
const newIn = (where: string, owner: string) => `${paths.inbox(where, owner)}/new`;

export const signalWrites: readonly WriteRow[] = [
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
      expireAt: needed(instant(20, [epoch, value("the server timestamp", () => serverTimestamp())])),
      ...extras("color", "to", "role", "isActive"),
    },
  },
  ...Object.entries({
    "their own inbox": ({ participant }: Self) => newIn(room, participant),
    "the inbox of a removed participant": () => newIn(room, removed.participant),
    "an inbox of another room": () => newIn(otherRoom, seats.inOtherRoom.participant),
  }).map(([where, path]): WriteRow => ({
    as: "set",
    does: `put a signal into ${where}`,
    path,
    data: signalOf,
    may: where === "an inbox of another room" ? strangers : [],
    because: "signals go to others in the room",
  })),
];
