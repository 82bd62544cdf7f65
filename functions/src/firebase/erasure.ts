// Erases a room at the request of somebody in it. One transaction closes the room first. After an
// interruption the room is expired: another burn or the sweep erases the rest.
import { paths } from "@meetogram/contract";
import type { Auth } from "firebase-admin/auth";
import type { Firestore } from "../firestore/firestore.ts";
import { Timestamp } from "../firestore/timestamp.ts";
import { update } from "../firestore/writes.ts";
import { hostExpected, waitForHostMs } from "./absent-host.ts";
import { deleteAccounts, listAccounts } from "./accounts.ts";
import { readAuthority, type Proof } from "./authority.ts";
import { eraseRoom } from "./erase-room.ts";
import { readRoom } from "./room.ts";
import { countTaken } from "./seats.ts";
import type { Services } from "./services.ts";
import { runInTurn, transact } from "./turns.ts";

export class Erasure {
  readonly #firestore: Firestore;
  readonly #auth: () => Promise<Auth>;

  constructor({ firestore, auth }: Services) {
    this.#firestore = firestore;
    this.#auth = auth;
  }

  /** Works for an expired room too, so that its data need not wait for the sweep. */
  async burnRoom(proof: Proof, nowMs: number): Promise<void> {
    const { uuid } = proof;
    const outcome = await runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { room, known, eraseAskedAt, isHost, participantID } = await readAuthority(
          transaction,
          proof,
          nowMs,
          readRoom,
        );
        if (!isHost) {
          const hasOnlySeat = participantID !== undefined && (await countTaken(transaction, uuid, nowMs)) === 1;
          const waitMs = waitForHostMs({ room, hasOnlySeat, eraseAskedAt }, nowMs);
          if (waitMs > 0) {
            const asked = { eraseAskedAt: Timestamp.fromMillis(eraseAskedAt ?? nowMs) };
            transaction.write(update(paths.secret(uuid), asked));
            return { waitMs };
          }
        }
        const expireAt = Timestamp.fromMillis(Math.min(room.expireAt, nowMs));
        transaction.write(update(paths.room(uuid), { expireAt, isLocked: true }));
        return { accounts: listAccounts(uuid, known) };
      }),
    );
    if ("waitMs" in outcome) throw hostExpected(outcome.waitMs);
    // The documents go even if Auth refuses. Accounts that are left are idle, and go with the
    // sweep.
    const deletion = this.#auth().then((auth) => deleteAccounts(auth, outcome.accounts));
    const [accountsGone] = await Promise.allSettled([deletion]);
    await eraseRoom(this.#firestore, uuid);
    if (accountsGone.status === "rejected") throw accountsGone.reason;
  }
}
