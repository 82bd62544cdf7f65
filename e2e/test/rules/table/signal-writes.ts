// What clients write into inboxes.
import { limits, paths } from "@meetogram/contract";
import { serverTimestamp } from "firebase/firestore";
import { letIn, otherRoom, removed, room, seated, seats, strangers } from "../callers.ts";
import { inMinutes, sentPath } from "../scenes.ts";
import { instant, needed, own, requestTime, sealed } from "./fields.ts";
import type { Self } from "./self.ts";
import { epoch, value, type Value } from "./values.ts";
import { closed, extras, heldBack, otherSessions, type WriteRow } from "./write-row.ts";

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
const slotIn = (where: string, owner: string, slot: string) => `${paths.inbox(where, owner)}/${slot}`;
const newIn = (where: string, owner: string, { participant }: Self) => slotIn(where, owner, paths.slot(participant, 1));
const { bystander } = seats;

/** Document IDs that are none of the sender's slots. */
const otherSlots: Readonly<Record<string, (self: Self) => string>> = {
  "one more than there are": ({ participant }) => paths.slot(participant, limits.slotsPerSender),
  "a hundredth": ({ participant }) => paths.slot(participant, 100),
  "one with a leading zero": ({ participant }) => `${participant}-01`,
  "a negative one": ({ participant }) => `${participant}--1`,
  "one without a number": ({ participant }) => `${participant}-`,
  "one with more behind it": ({ participant }) => `${participant}-1-1`,
  "one with a line break behind it": ({ participant }) => `${participant}-1\n`,
  "one with more before it": ({ participant }) => `a${participant}-1`,
  "one in capitals": ({ participant }) => `${participant.toUpperCase()}-1`,
  "another guest's": () => paths.slot(bystander.participant, 1),
  "a random ID": () => "x4eVDMR3bgRzKZuYPAzF",
};

const toNobody = { "a room with a waiting room": [], "a waiting room that has admitted nobody": [] } as const;

export const signalWrites: readonly WriteRow[] = [
  {
    as: "set",
    does: "put a signal into another's inbox",
    path: (self) => newIn(room, bystander.participant, self),
    data: signalOf,
    may: { otherwise: seated, ...closed, ...heldBack },
    because: "the room has ended, or holds them back",
    fields: {
      from: needed(own(...otherIDs)),
      session: needed(own(...otherSessions)),
      payload: needed(sealed(limits.maxSealedSignalLength)),
      sentAt: needed(requestTime()),
      expireAt: needed(instant(20, [epoch, value("the server timestamp", () => serverTimestamp())])),
      ...extras("color", "to", "role", "isActive"),
    },
  },
  {
    as: "set",
    does: "put a signal into their last slot",
    path: ({ participant }) => slotIn(room, bystander.participant, paths.slot(participant, limits.slotsPerSender - 1)),
    data: signalOf,
    may: { otherwise: seated, ...closed, ...heldBack },
    because: "the room has ended, or holds them back",
  },
  {
    as: "set",
    does: "replace their own unread signal",
    path: ({ participant }) => sentPath(participant),
    data: signalOf,
    may: { otherwise: seated, ...closed, ...heldBack },
    because: "the room has ended, or holds them back",
  },
  {
    as: "set",
    does: "put a signal into the inbox of somebody who waits",
    path: (self) => newIn(room, seats.waiting.participant, self),
    data: signalOf,
    may: { otherwise: seated.filter((caller) => caller !== "a waiting guest"), ...closed, ...toNobody },
    because: "nobody writes to whom the room holds back",
  },
  {
    as: "set",
    does: "put a signal into the inbox of somebody who is admitted",
    path: (self) => newIn(room, seats.admitted.participant, self),
    data: signalOf,
    may: {
      otherwise: seated.filter((caller) => caller !== "an admitted guest who waits"),
      ...closed,
      ...toNobody,
      "a room with a waiting room": letIn.filter((caller) => caller !== "an admitted guest who waits"),
    },
    because: "nobody writes to whom the room holds back",
  },
  {
    as: "set",
    does: "replace another's unread signal",
    path: () => sentPath(bystander.participant),
    data: signalOf,
    may: [],
    because: "it is another's slot",
  },
  {
    as: "merge",
    does: "change only the payload of their own unread signal",
    path: ({ participant }) => sentPath(participant),
    data: () => ({ payload: "c2VhbGVk" }),
    may: [],
    because: "a signal says when it was sent",
  },
  ...Object.entries(otherSlots).map(([name, slot]): WriteRow => ({
    as: "set",
    does: `put a signal into a slot that is not theirs: ${name}`,
    path: (self) => slotIn(room, bystander.participant, slot(self)),
    data: signalOf,
    may: [],
    because: "a sender has 64 slots",
  })),
  ...Object.entries({
    "their own inbox": (self: Self) => newIn(room, self.participant, self),
    "the inbox of a removed participant": (self: Self) => newIn(room, removed.participant, self),
    "an inbox of another room": (self: Self) => newIn(otherRoom, seats.inOtherRoom.participant, self),
  }).map(([where, path]): WriteRow => ({
    as: "set",
    does: `put a signal into ${where}`,
    path,
    data: signalOf,
    may: where === "an inbox of another room" ? strangers : [],
    because: "signals go to others in the room",
  })),
];
