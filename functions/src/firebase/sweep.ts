// Deletes what expired rooms leave behind: the documents with all below them, and Auth users that nothing needs any more. Rooms
// are closed by their expiry, not by this; a room that could not be swept is tried again the next time.
import { paths } from "@meetogram/contract";
import type { Auth, UserRecord } from "firebase-admin/auth";
import { Timestamp, type Firestore } from "firebase-admin/firestore";
import { departedUsers } from "./departed.ts";
import { eraseRoom } from "./erase-room.ts";
import { listKnown } from "./known-users.ts";
import { readSecret } from "./secret.ts";
import type { Services } from "./services.ts";

export interface SweepReport {
  readonly rooms: number;
  readonly users: number;
  /** One for each room that stays for the next time. */
  readonly errors: readonly unknown[];
}

/**
 * Longer than an ID token lives (1 h). One user may be in several rooms: whoever has had a token since is still somewhere else,
 * and is deleted with the last of those rooms.
 */
export const graceMs = 2 * 60 * 60_000;
const roomsPerPage = 100;
/** More waits for the next time, so that a sweep ends within its time limit. */
const maxRooms = 2_000;
/** Of getUsers; deleteUsers takes more. */
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
    return secret.exists ? this.#deleteIdle(listKnown(readSecret(secret).known), nowMs) : 0;
  }

  /** Users of burned rooms. Who is still somewhere else is deleted with that room, so the note may go in either case. */
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
