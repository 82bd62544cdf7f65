// rooms/{uuid}/users/{participantID}: the seats. Connecting is one transaction, so that a full room stays full and passwords are
// tried one after another, however many ask at once.
import {
  limits,
  ParticipantDocument,
  paths,
  type RequestOf,
  type Role,
  type RoomDocument,
  type TokenClaims,
} from "@meetogram/contract";
import type { Auth } from "firebase-admin/auth";
import { FieldPath, Timestamp, type Firestore, type Transaction } from "firebase-admin/firestore";
import { v5 } from "uuid";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { isPassword } from "../password.ts";
import { admit } from "./admission.ts";
import { identityPath, type Identity } from "./identity.ts";
import { readOpenRoom } from "./room.ts";
import { readSecret, withFailure, withSuccess, type Secret } from "./secret.ts";
import type { Services } from "./services.ts";
import { inTurn } from "./turns.ts";

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

interface Read {
  readonly room: RoomDocument;
  readonly secret: Secret;
  readonly previous: ParticipantDocument | undefined;
  readonly othersSeated: number;
}

/** Contention beyond this is a flood. Firestore waits longer before each. */
const maxTransactionAttempts = 8;
const grpcAborted = 10;

export class User {
  readonly #firestore: Firestore;
  readonly #auth: () => Auth;

  constructor({ firestore, auth }: Services) {
    this.#firestore = firestore;
    this.#auth = auth;
  }

  /** Rejects with every code that the contract lists for `connect`, and with `rate-limited`. */
  async connect(request: ConnectRequest, nowMs: number): Promise<Seat> {
    const isRight = rememberAnswer(isPassword);
    const seat = await inTurn(request.uuid, () =>
      this.#firestore
        .runTransaction((transaction) => this.#takeSeat(transaction, request, nowMs, isRight), {
          maxAttempts: maxTransactionAttempts,
        })
        .catch(refuseContention),
    );
    if (seat === "wrong-password") {
      throw new ApiError("wrong-password", "password: not the password of this room.");
    }
    return seat;
  }

  /** The custom token of a seat: good while the participant document has this session and this instant of joining. */
  async createToken(userID: string, { room, participantID, session, joinedAtMs, role }: Seat): Promise<string> {
    const claims: TokenClaims = { room, participant: participantID, session, seat: joinedAtMs, role };
    return this.#auth().createCustomToken(userID, claims);
  }

  async #takeSeat(
    transaction: Transaction,
    request: ConnectRequest,
    nowMs: number,
    isRight: typeof isPassword,
  ): Promise<Seat | "wrong-password"> {
    const { uuid, userID, session, constraints } = request;
    // One way, and another in each room: others can neither connect in this name nor find the person elsewhere.
    const participantID = v5(userID, uuid);
    const read = await this.#read(transaction, uuid, participantID, nowMs);
    const { room, secret, previous } = read;
    const verdict = await admit(request, { ...read, nowMs, isPassword: isRight });

    const secretRef = this.#firestore.doc(paths.secret(uuid));
    if (verdict.kind === "wrong-password") {
      transaction.update(secretRef, withFailure(secret, nowMs));
      return verdict.kind;
    }
    const secretUpdate = request.password === undefined ? undefined : withSuccess(secret);
    if (secretUpdate) {
      transaction.update(secretRef, secretUpdate);
    }
    if (!previous) {
      transaction.set(this.#firestore.doc(identityPath(uuid, participantID)), { userID } satisfies Identity);
    }
    const joinedAtMs = Math.max(nowMs, (previous?.joinedAt ?? 0) + 1);
    transaction.set(this.#firestore.doc(paths.user(uuid, participantID)), {
      constraints: { ...constraints, screen: false },
      isActive: false,
      session,
      joinedAt: Timestamp.fromMillis(joinedAtMs),
      leaseUntil: Timestamp.fromMillis(nowMs + limits.leaseMs),
      role: verdict.role,
      name: previous?.name ?? null,
    });
    return { room: uuid, participantID, session, role: verdict.role, joinedAtMs, expireAtMs: room.expireAt };
  }

  async #read(transaction: Transaction, uuid: string, participantID: string, nowMs: number): Promise<Read> {
    const firestore = this.#firestore;
    const ownRef = firestore.doc(paths.user(uuid, participantID));
    const [room, secret, own] = await transaction.getAll(
      firestore.doc(paths.room(uuid)),
      firestore.doc(paths.secret(uuid)),
      ownRef,
    );
    const openRoom = readOpenRoom(room!, nowMs);
    const seats = await transaction.get(
      firestore
        .collection(paths.users(uuid))
        .where("leaseUntil", ">", Timestamp.fromMillis(nowMs))
        .limit(openRoom.capacity + 1)
        .select(new FieldPath("leaseUntil")),
    );
    return {
      room: openRoom,
      secret: readSecret(secret!),
      previous: own!.exists ? v.parse(ParticipantDocument, own!.data()) : undefined,
      othersSeated: seats.docs.filter((seat) => seat.id !== participantID).length,
    };
  }
}

/** A transaction that is tried again does not hash again. */
function rememberAnswer(check: typeof isPassword): typeof isPassword {
  let answer: Promise<boolean> | undefined;
  return (password, hash) => (answer ??= check(password, hash));
}

function refuseContention(error: unknown): never {
  if ((error as { code?: unknown }).code === grpcAborted) {
    throw new ApiError("rate-limited", "Too many people are connecting to this room at this moment.", 1);
  }
  throw error;
}
