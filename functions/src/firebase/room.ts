// rooms/{uuid} and its secret. One batch creates both, so every room has a host key.
import { limits, paths, RoomDocument, type StoredKind } from "@meetogram/contract";
import type { Auth } from "firebase-admin/auth";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { FirestoreError } from "../firestore/connection.ts";
import type { Firestore } from "../firestore/firestore.ts";
import type { Snapshot } from "../firestore/reader.ts";
import { Timestamp } from "../firestore/timestamp.ts";
import { create } from "../firestore/writes.ts";
import { hashHostKey } from "../host-key.ts";
import { hashLinkProof, isLinkProof } from "../link-proof.ts";
import { hashPassword, isPassword } from "../password.ts";
import { countAccounts, listAccounts } from "./accounts.ts";
import { countKnownUsers } from "./admission/known-users.ts";
import { createSecret, readSecret } from "./secret.ts";
import { heldSeats } from "./seats.ts";
import type { Services } from "./services.ts";
import { graceMs } from "./sweep.ts";

export interface NewRoom {
  /** Random, or derived from an idempotency key. */
  readonly uuid: string;
  readonly salt: string;
  readonly createdAtMs: number;
  readonly expireAtMs: number;
  readonly hostKey: string;
  readonly password?: string | undefined;
  readonly linkProof?: string | undefined;
  readonly capacity?: number | undefined;
  readonly hasWaitingRoom: boolean;
  readonly emptyMinutes: number;
}

/** What the answer of `create` is made from, in addition to the idempotency key. */
export interface CreatedRoom {
  readonly salt: string;
  readonly expireAtMs: number;
}

export interface Stored {
  readonly createdAtMs: number;
  readonly expireAtMs: number;
  /** The number of documents; of users, which the secret holds, and of accounts in Auth. */
  readonly documents: Readonly<Record<StoredKind, number>>;
  /** When the sweep has deleted it at the latest, unless participants extend the room. */
  readonly untilMs: number;
}

const sweepEveryMs = 30 * 60_000;

export interface RoomState extends RoomDocument {
  /** How many participants have entered and are still there. */
  readonly participants: number;
}

export class Room {
  readonly #firestore: Firestore;
  readonly #auth: () => Promise<Auth>;

  constructor({ firestore, auth }: Services) {
    this.#firestore = firestore;
    this.#auth = auth;
  }

  /**
   * Resolves to the UUID of the new room, or of the room that the same request created earlier. Two
   * writes.
   */
  async addRoom(room: NewRoom): Promise<string> {
    const { uuid, salt, createdAtMs, expireAtMs, hostKey, password, linkProof, hasWaitingRoom, emptyMinutes } = room;
    const passwordHash = password === undefined ? null : await hashPassword(password);
    const created = {
      createdAt: Timestamp.fromMillis(createdAtMs),
      expireAt: Timestamp.fromMillis(expireAtMs),
      enteredAt: null,
      capacity: getCapacity(room),
      isLocked: false,
      isProtected: passwordHash !== null,
      hasLinkProof: linkProof !== undefined,
      hasWaitingRoom,
      emptyMinutes,
    };
    const linkProofHash = linkProof === undefined ? null : hashLinkProof(linkProof);
    const secret = createSecret({ hostKeyHash: hashHostKey(hostKey), linkProofHash, passwordHash, salt });
    try {
      await this.#firestore.commit(create(paths.room(uuid), created), create(paths.secret(uuid), secret));
    } catch (error) {
      if (!(error instanceof FirestoreError && error.code === "ALREADY_EXISTS")) throw error;
      await this.#expectSame(room);
    }
    return uuid;
  }

  async getCreatedRoom(uuid: string): Promise<CreatedRoom> {
    const [room, secret] = await this.#firestore.getAll(paths.room(uuid), paths.secret(uuid));
    return { salt: readSecret(secret!).salt, expireAtMs: v.parse(RoomDocument, room!.fields).expireAt };
  }

  async #expectSame(asked: NewRoom): Promise<void> {
    const [room, secret] = await this.#firestore.getAll(paths.room(asked.uuid), paths.secret(asked.uuid));
    const { linkProofHash, passwordHash } = readSecret(secret!);
    const isSamePassword =
      passwordHash === null || asked.password === undefined
        ? passwordHash === null && asked.password === undefined
        : await isPassword(asked.password, passwordHash);
    const isSameProof =
      linkProofHash === null || asked.linkProof === undefined
        ? linkProofHash === null && asked.linkProof === undefined
        : isLinkProof(asked.linkProof, linkProofHash);
    if (!isSamePassword || !isSameProof || v.parse(RoomDocument, room!.fields).capacity !== getCapacity(asked)) {
      throw new ApiError("idempotency-conflict", "Idempotency-Key: was used for another room; take a new one.");
    }
  }

  /** Rejects with `room-not-found` and `room-expired`. */
  async getRoom(uuid: string, nowMs: number): Promise<RoomState> {
    const [snapshot, seats] = await Promise.all([
      this.#firestore.get(paths.room(uuid)),
      this.#firestore.find({ ...heldSeats(uuid, nowMs), select: ["isActive"] }),
    ]);
    const room = readOpenRoom(snapshot, nowMs);
    return { ...room, participants: seats.filter(({ fields }) => fields?.["isActive"] === true).length };
  }

  /** Works for an expired room too. Rejects with `room-not-found`. */
  async getStored(uuid: string): Promise<Stored> {
    const [[snapshot, secret], seats, signals] = await Promise.all([
      this.#firestore.getAll(paths.room(uuid), paths.secret(uuid)),
      this.#firestore.count({ path: paths.users(uuid) }),
      // Also those that nobody has read since their seat was deleted.
      this.#firestore.count({ path: paths.room(uuid), below: { collectionID: "inbox" } }),
    ]);
    const room = readRoom(snapshot!);
    const { known } = readSecret(secret!);
    return {
      createdAtMs: room.createdAt,
      expireAtMs: room.expireAt,
      documents: {
        room: 1,
        secrets: 1,
        seats,
        signals,
        users: countKnownUsers(known),
        accounts: await countAccounts(await this.#auth(), listAccounts(uuid, known)),
      },
      untilMs: room.expireAt + graceMs + sweepEveryMs,
    };
  }
}

function getCapacity({ capacity }: NewRoom): number {
  return capacity ?? limits.defaultCapacity;
}

export function readRoom({ fields }: Snapshot): RoomDocument {
  if (!fields) {
    throw new ApiError("room-not-found", "There is no such room: the link is wrong, or the room expired long ago.");
  }
  return v.parse(RoomDocument, fields);
}

export function readOpenRoom(snapshot: Snapshot, nowMs: number): RoomDocument {
  const room = readRoom(snapshot);
  if (room.expireAt <= nowMs) {
    throw new ApiError("room-expired", "The room has expired: create another.");
  }
  return room;
}
