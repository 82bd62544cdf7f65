// Erases a room because somebody in it says so. The room is closed first, in one transaction; whatever interrupts the rest leaves an
// expired room, which the sweep erases. Auth users may be in other rooms at this moment: they are left to the sweep, by name
// alone and without the room.
import { paths } from "@meetogram/contract";
import { Timestamp, type Firestore } from "firebase-admin/firestore";
import { ApiError } from "../api-error.ts";
import { readAuthority, type Proof } from "./authority.ts";
import { eraseRoom } from "./erase-room.ts";
import { departedPath, privatePath } from "./identity.ts";
import type { Services } from "./services.ts";
import { inTurn, transact } from "./turns.ts";

export class Erasure {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  async burnRoom(proof: Proof, nowMs: number): Promise<void> {
    const { uuid } = proof;
    const room = this.#firestore.doc(paths.room(uuid));
    await inTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { isHost, participantID } = await readAuthority(this.#firestore, transaction, proof, nowMs);
        if (!isHost) {
          const seated = this.#firestore
            .collection(paths.users(uuid))
            .where("leaseUntil", ">", Timestamp.fromMillis(nowMs));
          const isLast = participantID !== undefined && (await transaction.get(seated.count())).data().count === 1;
          if (!isLast) {
            throw new ApiError("host-only", "Only a host, or the last participant, may erase this room.");
          }
        }
        transaction.update(room, { expireAt: Timestamp.fromMillis(nowMs), isLocked: true });
      }),
    );
    await this.#rememberUsers(uuid, nowMs);
    await eraseRoom(room);
  }

  async #rememberUsers(uuid: string, nowMs: number): Promise<void> {
    const documents = await this.#firestore.collection(privatePath(uuid)).select("userID").get();
    const writer = this.#firestore.bulkWriter();
    for (const document of documents.docs) {
      const userID = document.get("userID") as string | undefined;
      if (userID !== undefined) {
        void writer.set(this.#firestore.doc(departedPath(userID)), { at: Timestamp.fromMillis(nowMs) });
      }
    }
    await writer.close();
  }
}
