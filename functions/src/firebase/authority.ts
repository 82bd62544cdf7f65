// Who asks, in the requests that change a room for others: whoever holds the host key, or the user of a live seat. A seat is proved
// by the user ID, which nobody else knows, and the session, which ends with the seat.
import { ParticipantDocument, paths, type RoomDocument } from "@meetogram/contract";
import type { Firestore, Transaction } from "firebase-admin/firestore";
import { v5 } from "uuid";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { isHostKey } from "../host-key.ts";
import { readOpenRoom } from "./room.ts";
import { readSecret } from "./secret.ts";

export interface Proof {
  readonly uuid: string;
  readonly hostKey?: string | undefined;
  readonly userID?: string | undefined;
  readonly session?: string | undefined;
}

export interface Authority {
  readonly room: RoomDocument;
  readonly isHost: boolean;
  /** Of the live seat that was proved; undefined where the key alone was. */
  readonly participantID: string | undefined;
}

/** Rejects with `room-not-found` and `room-expired`, and with `invalid-request` when nothing is offered as a proof. */
export async function readAuthority(
  firestore: Firestore,
  transaction: Transaction,
  { uuid, hostKey, userID, session }: Proof,
  nowMs: number,
): Promise<Authority> {
  const user = userID === undefined || session === undefined ? undefined : v5(userID, uuid);
  if (hostKey === undefined && user === undefined) {
    throw new ApiError("invalid-request", "hostKey, or userID with session: missing.");
  }
  const [room, secret, own] = await transaction.getAll(
    firestore.doc(paths.room(uuid)),
    firestore.doc(paths.secret(uuid)),
    firestore.doc(paths.user(uuid, user ?? v5(uuid, uuid))),
  );
  const openRoom = readOpenRoom(room!, nowMs);
  const { hostKeyHash, isHostKeyRetired } = readSecret(secret!);
  const hasKey = hostKey !== undefined && !isHostKeyRetired && isHostKey(hostKey, hostKeyHash);
  const seat = own!.exists ? v.parse(ParticipantDocument, own!.data()) : undefined;
  const isSeated = user !== undefined && seat?.session === session && (seat?.leaseUntil ?? 0) > nowMs;
  return {
    room: openRoom,
    isHost: hasKey || (isSeated && seat?.role === "host"),
    participantID: isSeated ? user : undefined,
  };
}

export async function readHost(...ask: Parameters<typeof readAuthority>): Promise<Authority> {
  const authority = await readAuthority(...ask);
  if (!authority.isHost) {
    throw new ApiError("host-only", "Only a host of this room may do that.");
  }
  return authority;
}
