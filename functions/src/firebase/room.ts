// rooms/{uuid} and its secret. A room and its secret are born in one batch: there is no room without a host key.
import { limits, paths, RoomDocument } from "@meetogram/contract";
import { FieldPath, Timestamp, type DocumentSnapshot, type Firestore } from "firebase-admin/firestore";
import { v4 } from "uuid";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { hashHostKey } from "../host-key.ts";
import { hashPassword } from "../password.ts";
import { createSecret } from "./secret.ts";
import type { Services } from "./services.ts";

export interface NewRoom {
  readonly createdAtMs: number;
  readonly expireAtMs: number;
  readonly hostKey: string;
  readonly password?: string | undefined;
  readonly capacity?: number | undefined;
}

export interface RoomState extends RoomDocument {
  /** How many have entered and are still there. */
  readonly participants: number;
}

export class Room {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  /** Resolves to the UUID of the new room. */
  async addRoom({ createdAtMs, expireAtMs, hostKey, password, capacity }: NewRoom): Promise<string> {
    const uuid = v4();
    const passwordHash = password === undefined ? null : await hashPassword(password);
    const batch = this.#firestore.batch();
    batch.create(this.#firestore.doc(paths.room(uuid)), {
      createdAt: Timestamp.fromMillis(createdAtMs),
      expireAt: Timestamp.fromMillis(expireAtMs),
      enteredAt: null,
      capacity: capacity ?? limits.defaultCapacity,
      isLocked: false,
      isProtected: passwordHash !== null,
    });
    batch.create(this.#firestore.doc(paths.secret(uuid)), createSecret(hashHostKey(hostKey), passwordHash));
    await batch.commit();
    return uuid;
  }

  /** Rejects with `room-not-found` and `room-expired`. */
  async getRoom(uuid: string, nowMs: number): Promise<RoomState> {
    const [snapshot, seats] = await Promise.all([
      this.#firestore.doc(paths.room(uuid)).get(),
      this.#firestore
        .collection(paths.users(uuid))
        .where("leaseUntil", ">", Timestamp.fromMillis(nowMs))
        .limit(limits.maxCapacity)
        .select(new FieldPath("isActive"))
        .get(),
    ]);
    const room = readOpenRoom(snapshot, nowMs);
    return { ...room, participants: seats.docs.filter((seat) => seat.get("isActive") === true).length };
  }
}

export function readOpenRoom(snapshot: DocumentSnapshot, nowMs: number): RoomDocument {
  if (!snapshot.exists) {
    throw new ApiError("room-not-found", "There is no such room: the link is wrong, or the room expired long ago.");
  }
  const room = v.parse(RoomDocument, snapshot.data());
  if (room.expireAt <= nowMs) {
    throw new ApiError("room-expired", "The room has expired: create another.");
  }
  return room;
}
