// Gives up a seat over REST. A keepalive request outlives its page, which no stream of the SDK
// does. The token of an earlier seat deletes nothing: firestore.rules compare it with the document.
import { paths } from "@meetogram/contract";
import { restHeaders, type RestSeat } from "./rest-seat.ts";

/** Never rejects: a seat that could not be deleted ends with its lease. */
export function createSeatDeletion(options: RestSeat): () => Promise<void> {
  const { origin, projectID, room, participantID } = options;
  const path = paths.user(room, participantID);
  const url = `${origin}/v1/projects/${projectID}/databases/(default)/documents/${path}`;
  return async () => {
    try {
      await fetch(url, { method: "DELETE", keepalive: true, headers: restHeaders(options) });
    } catch {
      return;
    }
  };
}
