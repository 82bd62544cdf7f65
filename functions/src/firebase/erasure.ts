// Erases a room at the request of somebody in it. One transaction closes the room first. After an
// interruption the room is expired: another burn or the sweep erases the rest. The Auth users may
// be in other rooms at this moment, so only their IDs are kept for the sweep, without the room.
import { paths } from "@meetogram/contract";
import { Timestamp, type Firestore } from "firebase-admin/firestore";
import { hostExpected, waitForHostMs } from "./absent-host.ts";
import { readAuthority, type Proof } from "./authority.ts";
import { departedPath } from "./departed.ts";
import { eraseRoom } from "./erase-room.ts";
import { listKnownUsers } from "./known-users.ts";
import { readRoom } from "./room.ts";
import { countTaken } from "./seats.ts";
import type { Services } from "./services.ts";
import { runInTurn, transact } from "./turns.ts";

export class Erasure {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  /** Works for an expired room too, so that its data need not wait for the sweep. */
  async burnRoom(proof: Proof, nowMs: number): Promise<void> {
    const { uuid } = proof;
    const outcome = await runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { room, known, eraseAskedAt, isHost, participantID } = await readAuthority(
          this.#firestore,
          transaction,
          proof,
          nowMs,
          readRoom,
        );
        if (!isHost) {
          const hasOnlySeat =
            participantID !== undefined && (await countTaken(this.#firestore, transaction, uuid, nowMs)) === 1;
          const waitMs = waitForHostMs({ room, hasOnlySeat, eraseAskedAt }, nowMs);
          if (waitMs > 0) {
            const asked = { eraseAskedAt: Timestamp.fromMillis(eraseAskedAt ?? nowMs) };
            transaction.update(this.#firestore.doc(paths.secret(uuid)), asked);
            return { waitMs };
          }
        }
        const expireAt = Timestamp.fromMillis(Math.min(room.expireAt, nowMs));
        transaction.update(this.#firestore.doc(paths.room(uuid)), { expireAt, isLocked: true });
        return { userIDs: listKnownUsers(known) };
      }),
    );
    if ("waitMs" in outcome) throw hostExpected(outcome.waitMs);
    await this.#rememberUsers(outcome.userIDs, nowMs);
    await eraseRoom(this.#firestore, uuid);
  }

  async #rememberUsers(userIDs: readonly string[], nowMs: number): Promise<void> {
    const writer = this.#firestore.bulkWriter();
    const written = userIDs.map((userID) =>
      writer.set(this.#firestore.doc(departedPath(userID)), { at: Timestamp.fromMillis(nowMs) }),
    );
    // All must be written before the room is erased, because only the room knows them.
    await Promise.all([...written, writer.close()]);
  }
}
