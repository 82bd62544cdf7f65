// rooms/{uuid}/private/secret: hashes, known users, and failed password attempts. The rules deny
// all access. Each wrong password doubles its caller's delay. Many wrong passwords of any callers
// delay all strangers. An HMAC with the room's salt identifies a caller: no address is stored, and
// everything is erased with the room.
import { createHmac } from "node:crypto";
import { Timestamp, type DocumentSnapshot } from "firebase-admin/firestore";
import * as v from "valibot";

/** Of one caller. After these the delays grow, and end in a lock-out. */
const freeAttempts = 3;
const attemptsBeforeLockOut = 10;
const lockOutMs = 15 * 60_000;
/** Of all callers together. The people of one meeting mistype less often than this. */
const freeAttemptsForAll = 30;
const firstDelayMs = 1_000;
const maxDelayMs = 60_000;
/**
 * Attempts are forgotten this long after the last one. The right password does not clear them, and
 * so costs no write.
 */
const memoryMs = 30 * 60_000;
const maxCallers = 100;

const Instant = v.instance(Timestamp);
const Attempts = v.object({ failures: v.number(), lastAt: Instant, retryAt: Instant });
export type Attempts = v.InferOutput<typeof Attempts>;

const Secret = v.object({
  hostKeyHash: v.string(),
  /**
   * True after a host has handed the role over: the key is still recognized, but grants nothing.
   */
  isHostKeyRetired: v.boolean(),
  passwordHash: v.nullable(v.string()),
  /** Random, base64url. */
  salt: v.string(),
  /** Everybody who has been in the room: see known-users.ts. */
  known: v.instance(Buffer),
  /** When a guest first asked to erase the room, with no host since: see absent-host.ts. */
  eraseAskedAt: v.optional(v.nullable(Instant), null),
  attempts: v.object({ all: v.nullable(Attempts), byCaller: v.record(v.string(), Attempts) }),
});
export type Secret = v.InferOutput<typeof Secret>;

export function createSecret(secret: Pick<Secret, "hostKeyHash" | "passwordHash" | "salt">): Secret {
  return {
    ...secret,
    isHostKeyRetired: false,
    known: Buffer.alloc(0),
    eraseAskedAt: null,
    attempts: { all: null, byCaller: {} },
  };
}

export function readSecret(snapshot: DocumentSnapshot): Secret {
  return v.parse(Secret, snapshot.data());
}

/** Identifies an address in this room. All callers without a known address are one caller. */
export function callerID({ salt }: Pick<Secret, "salt">, address: string | undefined): string {
  return address === undefined
    ? "unknown"
    : createHmac("sha256", salt).update(address).digest("base64url").slice(0, 16);
}

/** How long the room accepts no password from this caller, or 0. */
export function waitMs({ attempts }: Secret, caller: string, nowMs: number): number {
  const times = [attempts.all, attempts.byCaller[caller]].map((entry) => entry?.retryAt.toMillis() ?? 0);
  return Math.max(0, ...times.map((timeMs) => timeMs - nowMs));
}

/** The update of a secret after a wrong password. */
export function addFailure({ attempts }: Secret, caller: string, nowMs: number): Pick<Secret, "attempts"> {
  const isRemembered = ({ lastAt }: Attempts): boolean => lastAt.toMillis() > nowMs - memoryMs;
  const others = Object.entries(attempts.byCaller)
    .filter(([id, entry]) => id !== caller && isRemembered(entry))
    .sort(([, a], [, b]) => b.lastAt.toMillis() - a.lastAt.toMillis())
    .slice(0, maxCallers - 1);
  const after = (entry: Attempts | null | undefined, delayAfter: (failures: number) => number): Attempts => {
    const failures = (entry && isRemembered(entry) ? entry.failures : 0) + 1;
    return {
      failures,
      lastAt: Timestamp.fromMillis(nowMs),
      retryAt: Timestamp.fromMillis(nowMs + delayAfter(failures)),
    };
  };
  return {
    attempts: {
      all: after(attempts.all, delayForAllAfter),
      byCaller: { ...Object.fromEntries(others), [caller]: after(attempts.byCaller[caller], delayAfter) },
    },
  };
}

export function delayAfter(failures: number): number {
  return failures >= attemptsBeforeLockOut ? lockOutMs : growingDelay(failures - freeAttempts);
}

export function delayForAllAfter(failures: number): number {
  return growingDelay(failures - freeAttemptsForAll);
}

function growingDelay(doublings: number): number {
  return doublings < 0 ? 0 : Math.min(maxDelayMs, firstDelayMs * 2 ** doublings);
}
