// Finds the live seat of a user, who proves it by the user ID and the session. A removed
// participant has none.
import { ApiError } from "../api-error.ts";
import type { Firestore } from "../firestore/firestore.ts";
import { readAuthority, type Proof } from "./authority.ts";
import type { Services } from "./services.ts";

export class LiveSeats {
  readonly #firestore: Firestore;

  constructor({ firestore }: Services) {
    this.#firestore = firestore;
  }

  /** Resolves to the `participantID`. Three reads. */
  async find(proof: Proof, nowMs: number): Promise<string> {
    const { participantID } = await this.#firestore.transact(
      (transaction) => readAuthority(transaction, proof, nowMs),
      { isReadOnly: true },
    );
    if (participantID === undefined) {
      throw new ApiError("participant-not-found", "userID, session: no live seat in this room.");
    }
    return participantID;
  }
}
