// Decides who may take a seat, from what the transaction has read. Two proofs override most checks:
// the host key, and a seat that the same user already has.
import type { ParticipantDocument, RequestOf, Role, RoomDocument } from "@meetogram/contract";
import { ApiError } from "../../api-error.ts";
import type { Caller } from "../../caller.ts";
import { isHostKey } from "../../host-key.ts";
import { checkLinkProof } from "../../link-proof.ts";
import { waitMs } from "./attempts.ts";
import { refusedForMs } from "./refusals.ts";
import { hasRights } from "../seats.ts";
import type { Secret } from "../secret.ts";

export interface AdmissionContext {
  readonly room: RoomDocument;
  readonly secret: Secret;
  readonly participantID: string;
  /** The caller's own seat, even if its lease has ended. */
  readonly previous: ParticipantDocument | undefined;
  /** Whether others hold every seat. Called last, and not for hosts: it may cost a read. */
  readonly isFull: () => Promise<boolean>;
  readonly caller: Caller;
  readonly nowMs: number;
  /** Slow. Gives the same answer to every attempt of a transaction. */
  readonly isPassword: (password: string, hash: string) => Promise<boolean>;
}

/**
 * `wrong-password` is returned, because the transaction has to continue and count it. Every other
 * refusal is thrown.
 */
export type Verdict = { readonly kind: "admitted"; readonly role: Role } | { readonly kind: "wrong-password" };

export async function admit(request: RequestOf<"connect">, context: AdmissionContext): Promise<Verdict> {
  const { room, secret, participantID, previous, isFull, caller, nowMs, isPassword } = context;
  checkLinkProof(request.linkProof, secret.linkProofHash);
  const hasKey = checkHostKey(request, secret);
  const isHost = hasKey || previous?.role === "host" || (room.hosts?.includes(participantID) ?? false);
  const isKnown = isHost || previous !== undefined;

  // The key makes no difference: the pages of the others would not connect either.
  if (room.removed?.includes(participantID) ?? false) {
    throw new ApiError("removed", "A host has removed you from this room.");
  }
  const refusedMs = isHost ? 0 : refusedForMs(secret.refusals, participantID, nowMs);
  if (refusedMs > 0) {
    throw new ApiError("refused", "A host has not let you in; you may knock again.", Math.ceil(refusedMs / 1000));
  }
  if (room.isLocked && !isKnown) {
    throw new ApiError("room-locked", "The host has locked the room.");
  }
  if (room.isProtected && !(request.password === undefined && previous?.session === request.session)) {
    if (request.password === undefined || secret.passwordHash === null) {
      throw new ApiError("wrong-password", "password: the room asks for one.");
    }
    const delayMs = isKnown ? 0 : waitMs(secret, caller, nowMs);
    if (delayMs > 0) {
      throw new ApiError("rate-limited", "Too many wrong passwords for this room.", Math.ceil(delayMs / 1000));
    }
    if (!(await isPassword(request.password, secret.passwordHash))) {
      return { kind: "wrong-password" };
    }
  }
  const isElsewhere = previous !== undefined && previous.session !== request.session && hasRights(previous, nowMs);
  if ((isElsewhere && request.takeOver !== true) || isReplaced(request, previous)) {
    throw new ApiError("already-connected", "You are in this room in another tab; takeOver moves the seat here.");
  }
  if (request.seat !== undefined && request.seat > Math.max(nowMs, previous?.joinedAt ?? 0)) {
    throw new ApiError("invalid-request", "seat: names a seat that nobody has had yet.");
  }
  if (!isHost && (await isFull())) {
    throw new ApiError("room-full", "Every seat of the room is taken.");
  }
  return { kind: "admitted", role: isHost ? "host" : "guest" };
}

/** The page wants its lapsed seat back, and another page of the same user has connected since. */
function isReplaced({ seat, session }: RequestOf<"connect">, previous: ParticipantDocument | undefined): boolean {
  const isOwn = previous === undefined || (previous.session === session && previous.joinedAt === seat);
  return seat !== undefined && !isOwn;
}

/**
 * A retired key has no effect: its holder is treated like anybody else. A wrong key is refused.
 */
function checkHostKey({ hostKey }: RequestOf<"connect">, secret: Secret): boolean {
  if (hostKey === undefined) return false;
  if (!isHostKey(hostKey, secret.hostKeyHash)) {
    // Nobody can guess 256 bits, so this is not counted. It is refused, because a host with a wrong
    // key must not become a guest without noticing.
    throw new ApiError("wrong-password", "hostKey: not the key of this room.");
  }
  return !secret.isHostKeyRetired;
}
