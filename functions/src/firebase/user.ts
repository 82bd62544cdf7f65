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
import { Timestamp, type Firestore, type Transaction } from "firebase-admin/firestore";
import { v5 } from "uuid";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { isPassword } from "../password.ts";
import { admit } from "./admission.ts";
import { identityPath, type Identity } from "./identity.ts";
import { readOpenRoom } from "./room.ts";
import { callerID, readSecret, withFailure, type Secret } from "./secret.ts";
import type { Services } from "./services.ts";
import { inTurn, transact } from "./turns.ts";

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
  /** Undefined where the request has nothing to compare with it. */
  readonly secret: Secret | undefined;
  readonly previous: ParticipantDocument | undefined;
  readonly othersSeated: number;
}

export class User {
  readonly #firestore: Firestore;
  readonly #auth: () => Auth;

  constructor({ firestore, auth }: Services) {
    this.#firestore = firestore;
    this.#auth = auth;
  }

  /** Rejects with every code that the contract lists for `connect`, and with `rate-limited`. */
  async connect(request: ConnectRequest, caller: string | undefined, nowMs: number): Promise<Seat> {
    const isRight = rememberAnswer(isPassword);
    const seat = await inTurn(request.uuid, () =>
      transact(this.#firestore, (transaction) => this.#takeSeat(transaction, request, caller, nowMs, isRight)),
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
    caller: string | undefined,
    nowMs: number,
    isRight: typeof isPassword,
  ): Promise<Seat | "wrong-password"> {
    const { uuid, userID, session, constraints } = request;
    // One way, and another in each room: others can neither connect in this name nor find the person elsewhere.
    const participantID = v5(userID, uuid);
    const read = await this.#read(transaction, request, participantID, nowMs);
    const { room, secret, previous } = read;
    const verdict = await admit(request, { ...read, participantID, caller, nowMs, isPassword: isRight });
    if (verdict.kind === "wrong-password") {
      transaction.update(
        this.#firestore.doc(paths.secret(uuid)),
        withFailure(secret!, callerID(secret!, caller), nowMs),
      );
      return verdict.kind;
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

  /** Three reads for a newcomer, a fourth for who brings a password or a host key. */
  async #read(transaction: Transaction, request: ConnectRequest, participantID: string, nowMs: number): Promise<Read> {
    const { uuid, password, hostKey } = request;
    const needsSecret = password !== undefined || hostKey !== undefined;
    const [room, own, secret] = await transaction.getAll(
      this.#firestore.doc(paths.room(uuid)),
      this.#firestore.doc(paths.user(uuid, participantID)),
      ...(needsSecret ? [this.#firestore.doc(paths.secret(uuid))] : []),
    );
    const openRoom = readOpenRoom(room!, nowMs);
    const previous = own!.exists ? v.parse(ParticipantDocument, own!.data()) : undefined;
    const isSeated = previous !== undefined && previous.leaseUntil > nowMs;
    return {
      room: openRoom,
      secret: secret && readSecret(secret),
      previous,
      // Who has a seat takes none.
      othersSeated: isSeated ? 0 : await this.#countSeated(transaction, uuid, nowMs),
    };
  }

  async #countSeated(transaction: Transaction, uuid: string, nowMs: number): Promise<number> {
    const seated = this.#firestore.collection(paths.users(uuid)).where("leaseUntil", ">", Timestamp.fromMillis(nowMs));
    return (await transaction.get(seated.count())).data().count;
  }
}

/** A transaction that is tried again does not hash again. */
function rememberAnswer(check: typeof isPassword): typeof isPassword {
  let answer: Promise<boolean> | undefined;
  return (password, hash) => (answer ??= check(password, hash));
}
