// Who makes requests, and with which token. Seats are documents. A token is valid while it names a
// seat exactly. Each caller without a seat says what it lacks: that is why it may do nothing.
import { randomUUID } from "node:crypto";
import type { Role, TokenClaims } from "@meetogram/contract";

export const room = randomUUID();
export const otherRoom = randomUUID();

export interface SeatOf {
  readonly room: string;
  readonly participant: string;
  readonly session: string;
  readonly joinedAtMs: number;
  readonly leaseMinutes: number;
  readonly isActive: boolean;
  readonly role: Role;
}

function createSeat(changes: Partial<SeatOf> = {}): SeatOf {
  return {
    room,
    participant: randomUUID(),
    session: randomUUID(),
    // A little ahead: on a busy machine the attacks take minutes, and a waiting seat lives for ten.
    joinedAtMs: Date.now() + 90_000,
    leaseMinutes: 3,
    isActive: true,
    role: "guest",
    ...changes,
  };
}

const active = createSeat();

export const seats = {
  waiting: createSeat({ isActive: false }),
  admitted: createSeat({ isActive: false }),
  waitingHost: createSeat({ isActive: false, role: "host" }),
  active,
  other: createSeat(),
  justExpired: createSeat({ leaseMinutes: -0.05 }),
  lapsed: createSeat({ leaseMinutes: -0.6 }),
  host: createSeat({ role: "host" }),
  moved: createSeat({ role: "host" }),
  reloaded: createSeat({ role: "host" }),
  stranger: createSeat({ room: otherRoom, role: "host" }),
  // Nobody holds a token for these.
  bystander: createSeat(),
  justExpiredBystander: createSeat({ leaseMinutes: -0.05 }),
  lapsedBystander: createSeat({ leaseMinutes: -0.6 }),
  longLeased: createSeat({ leaseMinutes: 12 }),
  twin: createSeat({ session: active.session, joinedAtMs: active.joinedAtMs }),
  inOtherRoom: createSeat({ room: otherRoom }),
} as const;

export const removed = createSeat();

export interface Identity {
  /** Absent when not signed in. */
  readonly uid?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Why it may do nothing in the room. Absent when it has a seat there. */
  readonly lacks?: string;
}

export function claimsOf({ room: where, participant, session, joinedAtMs, role }: SeatOf): TokenClaims {
  return { room: where, participant, session, seat: joinedAtMs, role };
}

function identityOf(seat: SeatOf, changes: Partial<TokenClaims> = {}, lacks?: string): Identity {
  const claims = { ...claimsOf(seat), ...changes };
  return { uid: randomUUID(), claims, ...(lacks === undefined ? {} : { lacks }) };
}

const callers = {
  "somebody without a token": { lacks: "there is no token" },
  "somebody signed in without a room": { uid: randomUUID(), lacks: "the token names no room" },
  "the host of another room": identityOf(seats.stranger, {}, "the token names another room"),
  "a host whose token names another room": identityOf(seats.host, { room: otherRoom }, "that room has no such seat"),
  "a removed guest": identityOf(removed, {}, "the seat no longer exists"),
  "a host's tab whose seat was taken over": identityOf(
    seats.moved,
    { session: randomUUID() },
    "the seat belongs to another session",
  ),
  "a host's page from before a reload": identityOf(
    seats.reloaded,
    { seat: seats.reloaded.joinedAtMs - 1 },
    "a newer seat replaced it",
  ),
  "a guest whose token says host": identityOf(seats.other, { role: "host" }),
  "a waiting guest": identityOf(seats.waiting),
  "an admitted guest who waits": identityOf(seats.admitted),
  "a host who waits": identityOf(seats.waitingHost),
  "an active guest": identityOf(seats.active),
  "a guest whose lease has just expired": identityOf(seats.justExpired),
  "a guest whose lease has lapsed": identityOf(seats.lapsed, {}, "a lapsed seat has no rights"),
  "a host": identityOf(seats.host),
} as const satisfies Record<string, Identity>;

export type Caller = keyof typeof callers;

export const everybody = Object.keys(callers) as Caller[];
export const identities: Readonly<Record<Caller, Identity>> = callers;

/** Who may do something. For half a minute after its lease a seat keeps its rights. */
export const nobody: readonly Caller[] = [];
export const hosts: readonly Caller[] = ["a host", "a host who waits"];
export const strangers: readonly Caller[] = ["the host of another room"];
export const seated: readonly Caller[] = everybody.filter((caller) => identities[caller].lacks === undefined);
export const entered: readonly Caller[] = seated.filter((caller) => !caller.includes("wait"));
/** Whom a waiting room does not hold back. */
export const letIn: readonly Caller[] = seated.filter((caller) => caller !== "a waiting guest");
