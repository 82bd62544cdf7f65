// rooms/{uuid}/users/{participantID}: the seats. `connect` is one transaction. So a room never has
// more guests than seats, and passwords are checked one by one, even for simultaneous requests.
import {
  limits,
  ParticipantDocument,
  paths,
  type EnteredParticipant,
  type RequestOf,
  type Role,
} from "@meetogram/contract";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import type { Caller } from "../caller.ts";
import type { Firestore } from "../firestore/firestore.ts";
import { Timestamp } from "../firestore/timestamp.ts";
import type { Transaction } from "../firestore/transaction.ts";
import { set, update } from "../firestore/writes.ts";
import { deriveParticipantID } from "../participant-id.ts";
import { isPassword } from "../password.ts";
import { admit } from "./admission/admission.ts";
import { addFailure } from "./admission/attempts.ts";
import { countKnownUsers, isKnownUser, addKnownUser } from "./admission/known-users.ts";
import { readOpenRoom } from "./room.ts";
import { countTaken, heldSeats, isTaken } from "./seats.ts";
import { readSecret } from "./secret.ts";
import type { Services } from "./services.ts";
import { runInTurn, transact } from "./turns.ts";

export interface Seat {
  readonly room: string;
  readonly participantID: string;
  readonly session: string;
  readonly role: Role;
  readonly joinedAtMs: number;
  /** When the room expires. */
  readonly expireAtMs: number;
}

type ConnectRequest = RequestOf<"connect">;

export class User {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  /** Rejects with every code that the contract lists for `connect`, and with `rate-limited`. */
  async connect(request: ConnectRequest, caller: Caller, nowMs: number): Promise<Seat> {
    const isPasswordOnce = memoizeCheck(isPassword);
    const seat = await runInTurn(request.uuid, () =>
      transact(this.#firestore, (transaction) => this.#takeSeat(transaction, request, caller, nowMs, isPasswordOnce)),
    );
    if (seat === "wrong-password") {
      throw new ApiError("wrong-password", "password: not the password of this room.");
    }
    return seat;
  }

  /** The others in the room who have entered. A read for each seat that is held. */
  async listEntered({ room, participantID }: Seat, nowMs: number): Promise<EnteredParticipant[]> {
    const found = await this.#firestore.find(heldSeats(room, nowMs));
    return found.flatMap(({ id, fields }) => {
      const { isActive, joinedAt, constraints, role, name } = v.parse(ParticipantDocument, fields);
      return isActive && id !== participantID ? [{ participantID: id, seat: joinedAt, constraints, role, name }] : [];
    });
  }

  /**
   * Two reads for a newcomer if fewer people have been in the room than it has seats, otherwise
   * three. Always two writes.
   */
  async #takeSeat(
    transaction: Transaction,
    request: ConnectRequest,
    caller: Caller,
    nowMs: number,
    isPasswordOnce: typeof isPassword,
  ): Promise<Seat | "wrong-password"> {
    const { uuid, userID, session, constraints } = request;
    const participantID = deriveParticipantID(userID, uuid);
    const seatPath = paths.user(uuid, participantID);
    const secretPath = paths.secret(uuid);
    const [roomRead, secretRead] = await transaction.getAll(paths.room(uuid), secretPath);
    const room = readOpenRoom(roomRead!, nowMs);
    const secret = readSecret(secretRead!);
    const wasHere = isKnownUser(secret.known, userID);
    const own = wasHere ? (await transaction.get(seatPath)).fields : undefined;
    const previous = own && v.parse(ParticipantDocument, own);
    const isFull = async (): Promise<boolean> => {
      // A caller who has a seat takes no other.
      if (previous !== undefined && isTaken(previous, nowMs)) return false;
      const othersEver = countKnownUsers(secret.known) - (wasHere ? 1 : 0);
      return othersEver >= room.capacity && (await countTaken(transaction, uuid, nowMs)) >= room.capacity;
    };
    const context = { room, secret, participantID, previous, isFull, caller, nowMs, isPassword: isPasswordOnce };
    const verdict = await admit(request, context);
    if (verdict.kind === "wrong-password") {
      transaction.write(update(secretPath, addFailure(secret, caller, nowMs)));
      return verdict.kind;
    }
    const { role } = verdict;
    const changes = {
      ...(!wasHere && { known: addKnownUser(secret.known, userID, role) }),
      ...(role === "host" && secret.eraseAskedAt !== null && { eraseAskedAt: null }),
    };
    if (Object.keys(changes).length > 0) transaction.write(update(secretPath, changes));
    // The page has kept its lapsed seat: nobody sees a new one, so no connection is replaced.
    const isKept = request.seat !== undefined;
    const joinedAtMs = request.seat ?? Math.max(nowMs, (previous?.joinedAt ?? 0) + 1);
    const seat = {
      constraints: { ...constraints, screen: false },
      isActive: false,
      ...(isKept && previous && { constraints: previous.constraints, isActive: previous.isActive }),
      session,
      joinedAt: Timestamp.fromMillis(joinedAtMs),
      leaseUntil: Timestamp.fromMillis(Math.max(nowMs + limits.leaseMs, isKept ? (previous?.leaseUntil ?? 0) : 0)),
      role,
      name: previous?.name ?? null,
      hasKnocked: (isKept && previous?.hasKnocked) ?? false,
    };
    transaction.write(set(seatPath, seat));
    return { room: uuid, participantID, session, role, joinedAtMs, expireAtMs: room.expireAt };
  }
}

/** A retried transaction does not hash again. */
function memoizeCheck(check: typeof isPassword): typeof isPassword {
  let answer: Promise<boolean> | undefined;
  return (password, hash) => (answer ??= check(password, hash));
}
