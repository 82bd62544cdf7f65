// rooms/{uuid}/private/secret: hashes, and the attempts at the password. Rules let nobody near it. Each wrong password doubles
// the time in which the room takes no other from strangers, so that a guess costs time whatever address it comes from.
import { Timestamp, type DocumentSnapshot } from "firebase-admin/firestore";
import * as v from "valibot";

const freeAttempts = 3;
const firstDelayMs = 1_000;
const maxDelayMs = 60_000;

const Secret = v.object({
  hostKeyHash: v.string(),
  passwordHash: v.nullable(v.string()),
  attempts: v.object({ failures: v.number(), retryAt: v.nullable(v.instance(Timestamp)) }),
});
export type Secret = v.InferOutput<typeof Secret>;

const noAttempts: Secret["attempts"] = { failures: 0, retryAt: null };

export function createSecret(hostKeyHash: string, passwordHash: string | null): Secret {
  return { hostKeyHash, passwordHash, attempts: noAttempts };
}

export function readSecret(snapshot: DocumentSnapshot): Secret {
  return v.parse(Secret, snapshot.data());
}

/** How long the room takes no password, or 0. */
export function waitMs({ attempts }: Secret, nowMs: number): number {
  return Math.max(0, (attempts.retryAt?.toMillis() ?? 0) - nowMs);
}

/** The update of a secret after a wrong password. */
export function withFailure({ attempts }: Secret, nowMs: number): Pick<Secret, "attempts"> {
  const failures = attempts.failures + 1;
  const delayMs = delayAfter(failures);
  return { attempts: { failures, retryAt: delayMs === 0 ? null : Timestamp.fromMillis(nowMs + delayMs) } };
}

/** The update of a secret after the right password; undefined when nothing has to be written. */
export function withSuccess({ attempts }: Secret): Pick<Secret, "attempts"> | undefined {
  return attempts.failures === 0 ? undefined : { attempts: noAttempts };
}

export function delayAfter(failures: number): number {
  return failures < freeAttempts ? 0 : Math.min(maxDelayMs, firstDelayMs * 2 ** (failures - freeAttempts));
}
