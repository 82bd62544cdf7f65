// What a host may do, and rules cannot: remove a participant permanently, and hand over the role.
// The room records both in fields that only the server writes: no removed participant or guest can
// undo them.
import { limits, ParticipantDocument, paths } from "@meetogram/contract";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import type { Firestore } from "../firestore/firestore.ts";
import type { Transaction } from "../firestore/transaction.ts";
import { remove, update } from "../firestore/writes.ts";
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
    const seat = paths.user(uuid, participantID);
    await runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { room, participantID: own } = await readHost(transaction, request, nowMs);
        if (own === participantID) {
          throw new ApiError("invalid-request", "participantID: a host leaves, and is not removed.");
        }
        const isOther = (id: string): boolean => id !== participantID;
        const changes = {
          removed: [...(room.removed ?? []).filter(isOther), participantID].slice(-limits.maxRemoved),
          hosts: (room.hosts ?? []).filter(isOther),
          admitted: (room.admitted ?? []).filter(isOther),
        };
        transaction.write(update(paths.room(uuid), changes), remove(seat));
      }),
    );
    // The token ended with the seat. The unread signals below the seat remain to be deleted.
    await this.#firestore.deleteBelow(seat);
  }

  /** Of several hosts the first one decides. What is unread has a time to live. */
  async #refuse(request: HostRequest, nowMs: number): Promise<void> {
    const { uuid, participantID } = request;
    const seatPath = paths.user(uuid, participantID);
    await runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { room, refusals } = await readHost(transaction, request, nowMs);
        const { fields } = await transaction.get(seatPath);
        const seat = fields && v.parse(ParticipantDocument, fields);
        if (seat === undefined || !isHeldBack(room, participantID, seat)) {
          throw new ApiError("participant-not-found", "participantID: nobody in the waiting room.");
        }
        const changes = { refusals: addRefusal(refusals, participantID, nowMs) };
        transaction.write(update(paths.secret(uuid), changes), remove(seatPath));
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
    const newHostPath = paths.user(uuid, participantID);
    await readHost(transaction, request, nowMs);
    const { fields } = await transaction.get(newHostPath);
    if (!fields || !hasRights(v.parse(ParticipantDocument, fields), nowMs)) {
      throw new ApiError("participant-not-found", "participantID: nobody in this room.");
    }
    const hosts = await transaction.find({ path: paths.users(uuid), where: ["role", "==", "host"] });
    transaction.write(
      ...hosts.filter(({ id }) => id !== participantID).map(({ path }) => update(path, { role: "guest" })),
      update(newHostPath, { role: "host" }),
      update(paths.room(uuid), { hosts: [participantID] }),
      update(paths.secret(uuid), { isHostKeyRetired: true, eraseAskedAt: null }),
    );
  }
}
