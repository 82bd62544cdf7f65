// Gives up a seat over REST. A keepalive request outlives its page, which no stream of the SDK
// does. The token of an earlier seat deletes nothing: firestore.rules compare it with the document.
import { paths } from "@meetogram/contract";
import { documentsOf, restHeaders, type RestSeat } from "./rest-seat.ts";

/** Never rejects: a seat that could not be deleted ends with its lease. */
export function createSeatDeletion(seat: RestSeat): () => Promise<void> {
  const url = `${seat.origin}/v1/${documentsOf(seat)}/${paths.user(seat.room, seat.participantID)}`;
  return async () => {
    try {
      await fetch(url, { method: "DELETE", keepalive: true, headers: restHeaders(seat) });
    } catch {
      return;
    }
  };
}
