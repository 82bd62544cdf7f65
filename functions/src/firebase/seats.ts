// How long a seat lasts. The rules end its rights a moment after its lease, by Firestore's clock.
// `connect` gives it away only another moment later, because this instance's clock may be ahead: no
// seat has rights that is counted as free.
import { limits, paths, type ParticipantDocument } from "@meetogram/contract";
import type { Query } from "../firestore/queries.ts";
import type { Reader } from "../firestore/reader.ts";
import { Timestamp } from "../firestore/timestamp.ts";

type Lease = Pick<ParticipantDocument, "leaseUntil">;

/** As the rules decide it. */
export function hasRights({ leaseUntil }: Lease, nowMs: number): boolean {
  return leaseUntil > nowMs - limits.leaseToleranceMs;
}

export function isTaken({ leaseUntil }: Lease, nowMs: number): boolean {
  return leaseUntil > takenSince(nowMs);
}

/** Counts those in the lobby too. One read, inside the transaction that depends on it. */
export async function countTaken(transaction: Reader, uuid: string, nowMs: number): Promise<number> {
  const since = Timestamp.fromMillis(takenSince(nowMs));
  return transaction.count({ path: paths.users(uuid), where: ["leaseUntil", ">", since] });
}

/** Those whose lease has not ended, whether or not they have entered. A read for each. */
export function heldSeats(uuid: string, nowMs: number) {
  return {
    path: paths.users(uuid),
    where: ["leaseUntil", ">", Timestamp.fromMillis(nowMs)],
    limit: limits.maxCapacity,
  } as const satisfies Query;
}

function takenSince(nowMs: number): number {
  return nowMs - 2 * limits.leaseToleranceMs;
}
