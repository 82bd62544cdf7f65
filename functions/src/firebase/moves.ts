// Moves a seat to another device of the same person: one device leaves what the other needs, and it
// is given once.
import { paths, type RequestOf } from "@meetogram/contract";
import { ApiError } from "../api-error.ts";
import type { Firestore } from "../firestore/firestore.ts";
import { update } from "../firestore/writes.ts";
import { readAuthority } from "./authority.ts";
import { addMove, takeMove } from "./kept-moves.ts";
import { readOpenRoom } from "./room.ts";
import { readSecret } from "./secret.ts";
import type { Services } from "./services.ts";
import { runInTurn, transact } from "./turns.ts";

export class SeatMoves {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  /** For the user of a live seat. Three reads, one write. */
  async offer(request: RequestOf<"offerMove">, nowMs: number): Promise<void> {
    const { uuid, ticket, sealed } = request;
    await runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const { participantID, moves } = await readAuthority(transaction, request, nowMs);
        if (participantID === undefined) {
          throw new ApiError("participant-not-found", "userID, session: no live seat in this room.");
        }
        const changed = addMove(moves, { participantID, ticket, sealed }, nowMs);
        transaction.write(update(paths.secret(uuid), { moves: changed }));
      }),
    );
  }

  /** Two reads, one write. Without the right ticket no write. */
  async take({ uuid, ticket }: RequestOf<"takeMove">, nowMs: number): Promise<string> {
    const secretPath = paths.secret(uuid);
    return runInTurn(uuid, () =>
      transact(this.#firestore, async (transaction) => {
        const [room, secret] = await transaction.getAll(paths.room(uuid), secretPath);
        readOpenRoom(room!, nowMs);
        const taken = takeMove(readSecret(secret!).moves, ticket, nowMs);
        if (taken === null) {
          throw new ApiError("participant-not-found", "ticket: used, replaced, too old, or never given.");
        }
        transaction.write(update(secretPath, { moves: taken.rest }));
        return taken.sealed;
      }),
    );
  }
}
