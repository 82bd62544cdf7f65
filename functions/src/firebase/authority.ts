// Authorizes the requests that change a room for others. The caller holds the host key, or is the
// user of a live seat. The user ID, which nobody else knows, and the session together prove a seat.
import { ParticipantDocument, paths, type RoomDocument } from "@meetogram/contract";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import type { Reader } from "../firestore/reader.ts";
import { isHostKey } from "../host-key.ts";
import { deriveParticipantID } from "../participant-id.ts";
import { readOpenRoom } from "./room.ts";
import { hasRights } from "./seats.ts";
import { readSecret, type Secret } from "./secret.ts";

export interface Proof {
  readonly uuid: string;
  readonly hostKey?: string | undefined;
  readonly userID?: string | undefined;
  readonly session?: string | undefined;
}

export interface Authority {
  readonly room: RoomDocument;
  /** Everybody who has been in the room: see known-users.ts. */
  readonly known: Buffer;
  /** When a guest first asked to erase the room, with no host since. */
  readonly eraseAskedAt: number | null;
  readonly refusals: Secret["refusals"];
  readonly moves: Secret["moves"];
  readonly isHost: boolean;
  /** Of the live seat that was proved; undefined if only the key was. */
  readonly participantID: string | undefined;
}

/**
 * Rejects with `room-not-found`, with `room-expired` unless `read` accepts expired rooms, and with
 * `invalid-request` if the request has no proof. Two reads, and a third one for a seat.
 */
export async function readAuthority(
  transaction: Reader,
  { uuid, hostKey, userID, session }: Proof,
  nowMs: number,
  read: typeof readOpenRoom = readOpenRoom,
): Promise<Authority> {
  const user = userID === undefined || session === undefined ? undefined : deriveParticipantID(userID, uuid);
  if (hostKey === undefined && user === undefined) {
    throw new ApiError("invalid-request", "hostKey, or userID with session: missing.");
  }
  const [room, secret, own] = await transaction.getAll(
    paths.room(uuid),
    paths.secret(uuid),
    ...(user === undefined ? [] : [paths.user(uuid, user)]),
  );
  const document = read(room!, nowMs);
  const { hostKeyHash, isHostKeyRetired, known, eraseAskedAt, refusals, moves } = readSecret(secret!);
  const hasKey = hostKey !== undefined && !isHostKeyRetired && isHostKey(hostKey, hostKeyHash);
  const seat = own?.fields && v.parse(ParticipantDocument, own.fields);
  const isSeated = seat !== undefined && seat.session === session && hasRights(seat, nowMs);
  return {
    room: document,
    known,
    eraseAskedAt: eraseAskedAt?.toMillis() ?? null,
    refusals,
    moves,
    isHost: hasKey || (isSeated && seat.role === "host"),
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
