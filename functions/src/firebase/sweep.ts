// Deletes the rest of expired rooms, and accounts that are no longer used. The expiry closes a
// room, not the sweep. A room that could not be swept is retried the next time.
import { paths } from "@meetogram/contract";
import type { Auth } from "firebase-admin/auth";
import { Timestamp, type Firestore } from "firebase-admin/firestore";
import { deleteIdleAccounts } from "./accounts.ts";
import { eraseRoom } from "./erase-room.ts";
import type { Services } from "./services.ts";

export interface SweepReport {
  readonly rooms: number;
  readonly users: number;
  /** One for each room that is left for the next time, and one if accounts are left. */
  readonly errors: readonly unknown[];
  /** Rooms that should be gone, and are not. */
  readonly left: number;
}

/** Longer than an ID token lives (1 h). */
export const graceMs = 2 * 60 * 60_000;
const roomsPerPage = 100;
/** The rest waits for the next sweep, so that each one ends within its time limit. */
const maxRooms = 2_000;

export class Sweep {
  readonly #firestore: Firestore;
  readonly #auth: () => Auth;

  constructor({ firestore, auth }: Services) {
    this.#firestore = firestore;
    this.#auth = auth;
  }

  async sweepExpiredRooms(nowMs: number): Promise<SweepReport> {
    const due = this.#firestore.collection(paths.rooms).where("expireAt", "<=", Timestamp.fromMillis(nowMs - graceMs));
    const expired = due.orderBy("expireAt").limit(roomsPerPage);
    const errors: unknown[] = [];
    let rooms = 0;
    let users = 0;
    let page = await expired.get();
    while (!page.empty && rooms + errors.length < maxRooms) {
      for (const room of page.docs) {
        try {
          await eraseRoom(this.#firestore, room.id);
          rooms += 1;
        } catch (error) {
          errors.push(error);
        }
      }
      page = await expired.startAfter(page.docs.at(-1)!).get();
    }
    try {
      users = await deleteIdleAccounts(this.#auth(), nowMs - graceMs);
    } catch (error) {
      errors.push(error);
    }
    const left = (await due.count().get()).data().count;
    return { rooms, users, errors, left };
  }
}
