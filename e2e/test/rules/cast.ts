// Who could ask for something, and with which token. Seats are documents; a token is good while it names a seat exactly.
import { randomUUID } from "node:crypto";
import type { Role, TokenClaims } from "@meetogram/contract";

export const room = randomUUID();
export const elsewhere = randomUUID();

export interface SeatOf {
  readonly room: string;
  readonly participant: string;
  readonly session: string;
  readonly joinedAtMs: number;
  readonly isActive: boolean;
  readonly role: Role;
}

function createSeat(changes: Partial<SeatOf> = {}): SeatOf {
  return {
    room,
    participant: randomUUID(),
    session: randomUUID(),
    joinedAtMs: Date.now() - 60_000,
    isActive: true,
    role: "guest",
    ...changes,
  };
}

export const seats = {
  waiting: createSeat({ isActive: false }),
  active: createSeat(),
  other: createSeat(),
  host: createSeat({ role: "host" }),
  moved: createSeat({ role: "host" }),
  reloaded: createSeat({ role: "host" }),
  stranger: createSeat({ room: elsewhere, role: "host" }),
} as const;

const gone = createSeat();

export interface Identity {
  /** Absent: not signed in. */
  readonly uid?: string;
  readonly claims?: Partial<TokenClaims>;
}

function holderOf(seat: SeatOf, changes: Partial<TokenClaims> = {}): Identity {
  const { participant, session, joinedAtMs, role } = seat;
  return { uid: randomUUID(), claims: { room: seat.room, participant, session, seat: joinedAtMs, role, ...changes } };
}

const callers = {
  "somebody without a token": {},
  "somebody signed in without a room": { uid: randomUUID() },
  "the host of another room": holderOf(seats.stranger),
  "somebody with this seat in another room": holderOf(seats.host, { room: elsewhere }),
  "somebody whose seat is gone": holderOf(gone),
  "a host's tab whose seat was taken over": holderOf(seats.moved, { session: randomUUID() }),
  "a host's page from before a reload": holderOf(seats.reloaded, { seat: seats.reloaded.joinedAtMs - 1 }),
  "a guest whose token says host": holderOf(seats.other, { role: "host" }),
  "a waiting guest": holderOf(seats.waiting),
  "an active guest": holderOf(seats.active),
  "another active guest": holderOf(seats.other),
  "a host": holderOf(seats.host),
} as const satisfies Record<string, Identity>;

export type Caller = keyof typeof callers;

export const everybody = Object.keys(callers) as Caller[];
export const nobody: readonly Caller[] = [];

export const seated: readonly Caller[] = [
  "a guest whose token says host",
  "a waiting guest",
  "an active guest",
  "another active guest",
  "a host",
];

export function identityOf(caller: Caller): Identity {
  return callers[caller];
}

/** The participant that a caller's token names, good or not; somebody's where it names none. */
export function participantOf(caller: Caller): string {
  return identityOf(caller).claims?.participant ?? gone.participant;
}

export function sessionOf(caller: Caller): string {
  return identityOf(caller).claims?.session ?? gone.session;
}
