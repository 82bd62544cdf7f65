// Creates a room. Only this answer has the host key; the server stores a hash. A repeated request
// with the same idempotency key gets the same answer, although no answer is stored: the UUID and
// the host key are derived from the idempotency key.
import { IdempotencyKey } from "@meetogram/contract";
import { v4 } from "uuid";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import db from "../firebase/firebase.ts";
import { createHostKey, createSalt, deriveHostKey, deriveRoomUUID } from "../host-key.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { emptyRoomMs, unenteredRoomMs } from "../parameters.ts";

export const router = createEndpoint(
  "create",
  async ({ password, capacity, linkProof, hasWaitingRoom = false }, { caller, idempotencyKey }) => {
    const key = idempotencyKey === undefined ? undefined : parseKey(idempotencyKey);
    const salt = createSalt();
    const createdAtMs = Date.now();
    const room = {
      uuid: key === undefined ? v4() : deriveRoomUUID(key, caller[0]?.address),
      salt,
      hostKey: key === undefined ? createHostKey() : deriveHostKey(key, salt),
      createdAtMs,
      expireAtMs: createdAtMs + unenteredRoomMs(),
      emptyMinutes: emptyRoomMs() / 60_000,
      password,
      capacity,
      linkProof,
      hasWaitingRoom,
    };
    const uuid = await db.room.addRoom(room);
    if (key === undefined) {
      return { uuid, expiresAt: new Date(room.expireAtMs).toISOString(), hostKey: room.hostKey };
    }
    const created = await db.room.getCreatedRoom(uuid);
    return { uuid, expiresAt: new Date(created.expireAtMs).toISOString(), hostKey: deriveHostKey(key, created.salt) };
  },
);

/** The IETF draft of this header puts the key in quotes; most clients do not. */
function parseKey(header: string): string {
  const { success, output } = v.safeParse(IdempotencyKey, header.replace(/^"(.*)"$/, "$1"));
  if (!success) {
    throw new ApiError(
      "invalid-request",
      "Idempotency-Key: 22 to 128 letters, digits, - and _, random; a UUID will do.",
    );
  }
  return output;
}
