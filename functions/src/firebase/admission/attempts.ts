// Failed attempts at a room's password. They cost their sender: its delays double, up to a
// lock-out. They never delay others, however many there are, unless these share its network. Many
// failures in one room only mean that each network has one attempt instead of ten. An HMAC with the
// room's salt stands for a network: no address is stored, and everything is erased with the room.
import { createHmac } from "node:crypto";
import * as v from "valibot";
import type { Caller, Network } from "../../caller.ts";
import { Timestamp } from "../../firestore/timestamp.ts";

/** Of one caller. After these the delays grow, and end in a lock-out. */
const freeAttempts = 3;
const attemptsBeforeLockOut = 10;
const lockOutMs = 15 * 60_000;
/** Of all callers together. The people of one meeting mistype less often than this. */
const attemptsOfAttack = 30;
const firstDelayMs = 1_000;
const maxDelayMs = 60_000;
/**
 * Attempts are forgotten this long after the last one. The right password does not clear them, and
 * so costs no write.
 */
const memoryMs = 30 * 60_000;
/** When more networks than this have failed, all unknown ones are delayed together. */
export const maxNetworks = 500;

const Instant = v.instance(Timestamp);
const Failures = v.object({ failures: v.number(), lastAt: Instant, retryAt: Instant });
type Failures = v.InferOutput<typeof Failures>;

export const Attempts = v.object({ all: v.nullable(Failures), byCaller: v.record(v.string(), Failures) });
export type Attempts = v.InferOutput<typeof Attempts>;

export interface AttemptsOfRoom {
  readonly attempts: Attempts;
  readonly salt: string;
}

export function noAttempts(): Attempts {
  return { all: null, byCaller: {} };
}

/** The IDs of the caller's networks. All callers without a known address are one caller. */
export function networkIDs({ salt }: Pick<AttemptsOfRoom, "salt">, caller: Caller): Map<string, number> {
  const idOf = ({ kind, address }: Network): string =>
    createHmac("sha256", salt).update(`${kind} ${address}`).digest("base64url").slice(0, 16);
  return new Map(caller.length === 0 ? [["unknown", 1]] : caller.map((network) => [idOf(network), network.share]));
}

/** How long the room accepts no password from this caller, or 0. */
export function waitMs(secret: AttemptsOfRoom, caller: Caller, nowMs: number): number {
  const { all, byCaller } = secret.attempts;
  const known = [...networkIDs(secret, caller).keys()].flatMap((id) => byCaller[id] ?? []);
  const isCrowded = known.length === 0 && Object.values(byCaller).filter(isRemembered(nowMs)).length >= maxNetworks;
  const applying = isCrowded && all ? [all] : known;
  return Math.max(0, ...applying.map(({ retryAt }) => retryAt.toMillis() - nowMs));
}

/** The update of a secret after a wrong password. */
export function addFailure(secret: AttemptsOfRoom, caller: Caller, nowMs: number): { readonly attempts: Attempts } {
  const { all, byCaller } = secret.attempts;
  const ids = networkIDs(secret, caller);
  const after = (entry: Failures | null | undefined, delayAfter: (failures: number) => number): Failures => {
    const failures = (entry && isRemembered(nowMs)(entry) ? entry.failures : 0) + 1;
    return {
      failures,
      lastAt: Timestamp.fromMillis(nowMs),
      retryAt: Timestamp.fromMillis(nowMs + delayAfter(failures)),
    };
  };
  const ofAll = after(all, (failures) => growingDelay(failures - attemptsOfAttack));
  const isAttack = ofAll.failures >= attemptsOfAttack;
  const own = [...ids].map(
    ([id, share]) =>
      [id, after(byCaller[id], (failures) => delayAfter(Math.floor(failures / share), isAttack))] as const,
  );
  const others = Object.entries(byCaller)
    .filter(([id, entry]) => !ids.has(id) && isRemembered(nowMs)(entry))
    .sort(([, a], [, b]) => b.lastAt.toMillis() - a.lastAt.toMillis())
    .slice(0, maxNetworks - own.length);
  return { attempts: { all: ofAll, byCaller: Object.fromEntries([...others, ...own]) } };
}

function isRemembered(nowMs: number): (entry: Failures) => boolean {
  return ({ lastAt }) => lastAt.toMillis() > nowMs - memoryMs;
}

export function delayAfter(failures: number, isAttack: boolean): number {
  return failures >= (isAttack ? 1 : attemptsBeforeLockOut) ? lockOutMs : growingDelay(failures - freeAttempts);
}

function growingDelay(doublings: number): number {
  return doublings < 0 ? 0 : Math.min(maxDelayMs, firstDelayMs * 2 ** doublings);
}
