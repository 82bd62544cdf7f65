// What a host may do, and rules cannot: remove a participant permanently, and hand over the role.
// The room records both in fields that only the server writes: no removed participant or guest can
// undo them.
import { limits, ParticipantDocument, paths } from "@meetogram/contract";
import type { Firestore, Transaction } from "firebase-admin/firestore";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { readHost, type Proof } from "./authority.ts";
import { addRefusal, isHeldBack } from "./admission/refusals.ts";
import { hasRights } from "./seats.ts";
import type { Services } from "./services.ts";
import { runInTurn, transact } from "./turns.ts";

export type HostRequest = Proof & { readonly participantID: string };
export type RemoveRequest = HostRequest & { readonly isRefusal?: boolean | undefined };

export class Host {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  /** Ends a participant's seat. The participant cannot connect again, or only after a refusal. */
  async removeParticipant(request: RemoveRequest, nowMs: number): Promise<void> {
    const { uuid, participantID } = request;
    if (request.isRefusal === true) return this.#refuse(request, nowMs);
    const seat = this.#firestore.doc(paths.user(uuid, participantID));
    await runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { room, participantID: own } = await readHost(this.#firestore, transaction, request, nowMs);
        if (own === participantID) {
          throw new ApiError("invalid-request", "participantID: a host leaves, and is not removed.");
        }
        const isOther = (id: string): boolean => id !== participantID;
        transaction.update(this.#firestore.doc(paths.room(uuid)), {
          removed: [...(room.removed ?? []).filter(isOther), participantID].slice(-limits.maxRemoved),
          hosts: (room.hosts ?? []).filter(isOther),
          admitted: (room.admitted ?? []).filter(isOther),
        });
        transaction.delete(seat);
      }),
    );
    // The token ended with the seat. The unread signals below the seat remain to be deleted.
    await this.#firestore.recursiveDelete(this.#firestore.collection(paths.inbox(uuid, participantID)));
  }

  /** Of several hosts the first one decides. What is unread has a time to live. */
  async #refuse(request: HostRequest, nowMs: number): Promise<void> {
    const { uuid, participantID } = request;
    const seatRef = this.#firestore.doc(paths.user(uuid, participantID));
    await runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { room, refusals } = await readHost(this.#firestore, transaction, request, nowMs);
        const found = await transaction.get(seatRef);
        const seat = found.exists ? v.parse(ParticipantDocument, found.data()) : undefined;
        if (seat === undefined || !isHeldBack(room, participantID, seat)) {
          throw new ApiError("participant-not-found", "participantID: nobody in the waiting room.");
        }
        const secretRef = this.#firestore.doc(paths.secret(uuid));
        transaction.update(secretRef, { refusals: addRefusal(refusals, participantID, nowMs) });
        transaction.delete(seatRef);
      }),
    );
  }

  /** Makes a seated participant the only host. */
  async handOver(request: HostRequest, nowMs: number): Promise<void> {
    await runInTurn(request.uuid, () =>
      transact(this.#firestore, (transaction) => this.#handOver(transaction, request, nowMs)),
    );
  }

  async #handOver(transaction: Transaction, request: HostRequest, nowMs: number): Promise<void> {
    const { uuid, participantID } = request;
    const newHostRef = this.#firestore.doc(paths.user(uuid, participantID));
    await readHost(this.#firestore, transaction, request, nowMs);
    const newHost = await transaction.get(newHostRef);
    if (!newHost.exists || !hasRights(v.parse(ParticipantDocument, newHost.data()), nowMs)) {
      throw new ApiError("participant-not-found", "participantID: nobody in this room.");
    }
    const hosts = await transaction.get(this.#firestore.collection(paths.users(uuid)).where("role", "==", "host"));
    for (const { id, ref } of hosts.docs) {
      if (id !== participantID) transaction.update(ref, { role: "guest" });
    }
    transaction.update(newHostRef, { role: "host" });
    transaction.update(this.#firestore.doc(paths.room(uuid)), { hosts: [participantID] });
    transaction.update(this.#firestore.doc(paths.secret(uuid)), { isHostKeyRetired: true, eraseAskedAt: null });
  }
}
