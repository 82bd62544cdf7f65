// Tokens that no server issues. Each is a host's token with one changed claim, and none of them
// gives any access.
import { randomUUID } from "node:crypto";
import { claimsOf, otherRoom, removed, room, seats, type Identity } from "./callers.ts";

const good = claimsOf(seats.host);

/** The values that replace a claim, by their description. Undefined omits the claim. */
const changes: Readonly<Record<"room" | "participant" | "session" | "seat", Readonly<Record<string, unknown>>>> = {
  room: {
    "another room": otherRoom,
    "a room that does not exist": randomUUID(),
    "in capitals": room.toUpperCase(),
    "a prefix": room.slice(0, -1),
    "a path into the room": `${room}/users`,
    "a pattern": "*",
    "a list of it": [room],
    "a map with it as a key": { [room]: true },
  },
  participant: {
    "another's": seats.other.participant,
    "a removed participant's": removed.participant,
    "a stranger's": seats.stranger.participant,
    "in capitals": seats.host.participant.toUpperCase(),
    "a path to a signal": `${seats.host.participant}/inbox/message`,
    "a path out of the room": `../../${otherRoom}/users/${seats.stranger.participant}`,
    "a list of it": [seats.host.participant],
    "a pattern": ".*",
  },
  session: {
    "another's": seats.other.session,
    "a new session": randomUUID(),
    "in capitals": seats.host.session.toUpperCase(),
    "a prefix": seats.host.session.slice(0, -1),
    "a list of it": [seats.host.session],
  },
  seat: {
    "a millisecond earlier": good.seat - 1,
    "a millisecond later": good.seat + 1,
    "in seconds": Math.floor(good.seat / 1000),
    "half a millisecond later": good.seat + 0.5,
    "a string": String(good.seat),
    "an ISO 8601 string": new Date(good.seat).toISOString(),
    "a list of it": [good.seat],
    negated: -good.seat,
    "in the year 9999": 253_402_300_799_000,
  },
};

const forEveryClaim: Readonly<Record<string, unknown>> = {
  missing: undefined,
  null: null,
  true: true,
  zero: 0,
  "an empty string": "",
  "an empty map": {},
};

export const modifiedTokens: Readonly<Record<string, Identity>> = Object.fromEntries(
  Object.entries(changes).flatMap(([claim, values]) =>
    Object.entries({ ...forEveryClaim, ...values }).map(([is, value]) => {
      const claims = Object.fromEntries(
        Object.entries({ ...good, [claim]: value }).filter(([, kept]) => kept !== undefined),
      );
      return [
        `a host's token whose ${claim} claim is ${is}`,
        { uid: randomUUID(), claims, lacks: `no seat has that ${claim}` },
      ];
    }),
  ),
);

/** The rules read the role from the seat. The token's role claim changes nothing. */
export const tokensWithModifiedRole: Readonly<Record<string, Identity>> = Object.fromEntries(
  Object.entries({ missing: {}, guest: { role: "guest" }, zero: { role: 0 } }).map(([is, role]) => {
    const { room: where, participant, session, seat } = good;
    return [
      `a host's token whose role claim is ${is}`,
      { uid: randomUUID(), claims: { room: where, participant, session, seat, ...role } },
    ];
  }),
);
