// Deletes the rest of expired rooms, and accounts that are no longer used. The expiry closes a
// room, not the sweep. A room that could not be swept is retried the next time.
import { paths } from "@meetogram/contract";
import type { Auth } from "firebase-admin/auth";
import type { Firestore } from "../firestore/firestore.ts";
import { Timestamp } from "../firestore/timestamp.ts";
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
  readonly #auth: () => Promise<Auth>;

  constructor({ firestore, auth }: Services) {
    this.#firestore = firestore;
    this.#auth = auth;
  }

  async sweepExpiredRooms(nowMs: number): Promise<SweepReport> {
    const due = { path: paths.rooms, where: ["expireAt", "<=", Timestamp.fromMillis(nowMs - graceMs)] } as const;
    const expired = { ...due, select: ["__name__"] };
    const errors: unknown[] = [];
    let rooms = 0;
    let users = 0;
    for (;;) {
      // The rooms that could not be erased come first.
      const page = await this.#firestore.find({ ...expired, offset: errors.length, limit: roomsPerPage });
      if (page.length === 0 || rooms + errors.length >= maxRooms) break;
      for (const room of page) {
        try {
          await eraseRoom(this.#firestore, room.id);
          rooms += 1;
        } catch (error) {
          errors.push(error);
        }
      }
    }
    try {
      users = await deleteIdleAccounts(await this.#auth(), nowMs - graceMs);
    } catch (error) {
      errors.push(error);
    }
    const left = await this.#firestore.count(due);
    return { rooms, users, errors, left };
  }
}
