// Everybody who has been in a room: user IDs of 16 bytes, in the order of arrival, in a document
// that `connect` reads anyway. It saves `connect` the read of a newcomer's seat, and the count of
// seats if fewer people have been here than there are seats. It tells the sweep which Auth users to
// delete. It is one byte string, because Firestore would index an array.
import type { Role } from "@meetogram/contract";
import { ApiError } from "../../api-error.ts";
import { toUuidBytes, uuidBytes, fromUuidBytes } from "../../uuid-bytes.ts";

/** Half of what fits into a document. Strangers cannot use up the places of hosts. */
const maxUsers = { guest: 30_000, host: 31_000 } as const;

export function countKnownUsers(known: Buffer): number {
  return known.length / uuidBytes;
}

export function isKnownUser(known: Buffer, userID: string): boolean {
  const id = toUuidBytes(userID);
  let at = known.indexOf(id);
  // A match inside an ID consists of the end of one ID and the start of the next.
  while (at >= 0 && at % uuidBytes !== 0) at = known.indexOf(id, at + 1);
  return at >= 0;
}

export function addKnownUser(known: Buffer, userID: string, role: Role): Buffer {
  if (countKnownUsers(known) >= maxUsers[role]) {
    throw new ApiError("room-full", "So many people have been in this room that it takes no new ones.");
  }
  return Buffer.concat([known, toUuidBytes(userID)]);
}

export function listKnownUsers(known: Buffer): string[] {
  return Array.from({ length: countKnownUsers(known) }, (_, index) =>
    fromUuidBytes(known.subarray(index * uuidBytes, (index + 1) * uuidBytes)),
  );
}
