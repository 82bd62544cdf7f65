// Deletes the rest of expired rooms: their documents, and Auth users that are no longer needed. The
// expiry closes a room, not the sweep. A room that could not be swept is retried the next time.
import { paths } from "@meetogram/contract";
import type { Auth, UserRecord } from "firebase-admin/auth";
import { Timestamp, type Firestore } from "firebase-admin/firestore";
import { departedUsers } from "./departed.ts";
import { eraseRoom } from "./erase-room.ts";
import { listKnownUsers } from "./known-users.ts";
import { readSecret } from "./secret.ts";
import type { Services } from "./services.ts";

export interface SweepReport {
  readonly rooms: number;
  readonly users: number;
  /** One for each room that is left for the next time. */
  readonly errors: readonly unknown[];
}

/**
 * Longer than an ID token lives (1 h). A user may be in several rooms. One who got a token during
 * this time is still in another room, and is deleted with the last of them.
 */
export const graceMs = 2 * 60 * 60_000;
const roomsPerPage = 100;
/** The rest waits for the next sweep, so that each one ends within its time limit. */
const maxRooms = 2_000;
/** The limit of getUsers; that of deleteUsers is higher. */
const usersPerCall = 100;

export class Sweep {
  readonly #firestore: Firestore;
  readonly #auth: () => Auth;

  constructor({ firestore, auth }: Services) {
    this.#firestore = firestore;
    this.#auth = auth;
  }

  async sweepExpiredRooms(nowMs: number): Promise<SweepReport> {
    const expired = this.#firestore
      .collection(paths.rooms)
      .where("expireAt", "<=", Timestamp.fromMillis(nowMs - graceMs))
      .orderBy("expireAt")
      .limit(roomsPerPage);
    const errors: unknown[] = [];
    let rooms = 0;
    let users = 0;
    let page = await expired.get();
    while (!page.empty && rooms + errors.length < maxRooms) {
      for (const room of page.docs) {
        try {
          users += await this.#deleteUsers(room.id, nowMs);
          await eraseRoom(this.#firestore, room.id);
          rooms += 1;
        } catch (error) {
          errors.push(error);
        }
      }
      page = await expired.startAfter(page.docs.at(-1)!).get();
    }
    try {
      users += await this.#deleteDeparted(nowMs);
    } catch (error) {
      errors.push(error);
    }
    return { rooms, users, errors };
  }

  async #deleteUsers(room: string, nowMs: number): Promise<number> {
    const secret = await this.#firestore.doc(paths.secret(room)).get();
    return secret.exists ? this.#deleteIdle(listKnownUsers(readSecret(secret).known), nowMs) : 0;
  }

  /**
   * Deletes users of burned rooms. A user who is still in another room is deleted with that room,
   * so the `departed` document is deleted in either case.
   */
  async #deleteDeparted(nowMs: number): Promise<number> {
    const notes = await this.#firestore
      .collection(departedUsers)
      .where("at", "<=", Timestamp.fromMillis(nowMs - graceMs))
      .limit(maxRooms)
      .get();
    const deleted = await this.#deleteIdle(
      notes.docs.map(({ id }) => id),
      nowMs,
    );
    const writer = this.#firestore.bulkWriter();
    const erased = notes.docs.map(({ ref }) => writer.delete(ref));
    await Promise.all([...erased, writer.close()]);
    return deleted;
  }

  async #deleteIdle(userIDs: readonly string[], nowMs: number): Promise<number> {
    let deleted = 0;
    for (let start = 0; start < userIDs.length; start += usersPerCall) {
      const identifiers = userIDs.slice(start, start + usersPerCall).map((uid) => ({ uid }));
      const { users } = await this.#auth().getUsers(identifiers);
      const gone = users.filter((user) => lastTokenMs(user) < nowMs - graceMs).map(({ uid }) => uid);
      if (gone.length > 0) {
        const { successCount, errors } = await this.#auth().deleteUsers(gone);
        deleted += successCount;
        if (errors[0]) {
          throw errors[0].error;
        }
      }
    }
    return deleted;
  }
}

function lastTokenMs({ metadata }: UserRecord): number {
  const times = [metadata.lastRefreshTime, metadata.lastSignInTime, metadata.creationTime];
  return Math.max(...times.map((time) => (time ? Date.parse(time) : 0)));
}
