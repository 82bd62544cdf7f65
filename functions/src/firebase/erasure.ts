// Erases a room because somebody in it says so. The room is closed first, in one transaction; whatever interrupts the rest leaves an
// expired room, which can be burned again and which the sweep erases. Auth users may be in other rooms at this moment: they are
// left to the sweep, by name alone and without the room.
import { paths } from "@meetogram/contract";
import { Timestamp, type Firestore } from "firebase-admin/firestore";
import { ApiError } from "../api-error.ts";
import { readAuthority, type Proof } from "./authority.ts";
import { departedPath } from "./departed.ts";
import { eraseRoom } from "./erase-room.ts";
import { listKnown } from "./known-users.ts";
import { readRoom } from "./room.ts";
import { countSeated } from "./seats.ts";
import type { Services } from "./services.ts";
import { inTurn, transact } from "./turns.ts";

export class Erasure {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  /** Also of a room that has expired: what is left of it need not wait for the sweep. */
  async burnRoom(proof: Proof, nowMs: number): Promise<void> {
    const { uuid } = proof;
    const userIDs = await inTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { room, known, isHost, participantID } = await readAuthority(
          this.#firestore,
          transaction,
          proof,
          nowMs,
          readRoom,
        );
        if (!isHost) {
          const isLast =
            participantID !== undefined && (await countSeated(this.#firestore, transaction, uuid, nowMs)) === 1;
          if (!isLast) {
            throw new ApiError("host-only", "Only a host, or the last participant, may erase this room.");
          }
        }
        const expireAt = Timestamp.fromMillis(Math.min(room.expireAt, nowMs));
        transaction.update(this.#firestore.doc(paths.room(uuid)), { expireAt, isLocked: true });
        return listKnown(known);
      }),
    );
    await this.#rememberUsers(userIDs, nowMs);
    await eraseRoom(this.#firestore, uuid);
  }

  async #rememberUsers(userIDs: readonly string[], nowMs: number): Promise<void> {
    const writer = this.#firestore.bulkWriter();
    const written = userIDs.map((userID) =>
      writer.set(this.#firestore.doc(departedPath(userID)), { at: Timestamp.fromMillis(nowMs) }),
    );
    // Not one may be missing when the room, which knows them too, is erased.
    await Promise.all([...written, writer.close()]);
  }
}
