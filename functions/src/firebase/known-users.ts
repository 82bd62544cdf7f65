// Who has been in a room: user IDs of 16 bytes each, in the order in which they came, in the document that connecting reads anyway. Thus
// nobody looks for the seat of somebody who never was here, nor counts the seats where fewer people have been than there are;
// and sweeping knows which Auth users a room has made. One string of bytes rather than an array, which Firestore would index.
import { ApiError } from "../api-error.ts";
import { bytesOf, uuidBytes, uuidOf } from "../uuid-bytes.ts";

/** Half of what a document can hold. */
const maxUsers = 30_000;

export function countKnown(known: Buffer): number {
  return known.length / uuidBytes;
}

export function isKnown(known: Buffer, userID: string): boolean {
  const id = bytesOf(userID);
  let at = known.indexOf(id);
  // What begins in the middle of an ID is the end of one and the beginning of the next.
  while (at >= 0 && at % uuidBytes !== 0) at = known.indexOf(id, at + 1);
  return at >= 0;
}

export function withKnown(known: Buffer, userID: string): Buffer {
  if (countKnown(known) >= maxUsers) {
    throw new ApiError("room-full", "So many people have been in this room that it takes no new ones.");
  }
  return Buffer.concat([known, bytesOf(userID)]);
}

export function listKnown(known: Buffer): string[] {
  return Array.from({ length: countKnown(known) }, (_, index) =>
    uuidOf(known.subarray(index * uuidBytes, (index + 1) * uuidBytes)),
  );
}
