// Gives a seat up over REST: a keepalive request goes on when its page is gone, which no stream of the SDK does. A token of an
// earlier seat deletes nothing: firestore.rules compare it with the document.
import { paths } from "@meetogram/contract";

export interface SeatDeletionOptions {
  /** `https://firestore.googleapis.com`, or an emulator's. */
  readonly origin: string;
  readonly projectID: string;
  readonly room: string;
  readonly participantID: string;
  /** The current ID token, without waiting: a page that is going away cannot. */
  idToken: () => string;
}

/** Never rejects: a seat that could not be deleted ends with its lease. */
export function createSeatDeletion(options: SeatDeletionOptions): () => Promise<void> {
  const { origin, projectID, room, participantID, idToken } = options;
  const path = paths.user(room, participantID);
  const url = `${origin}/v1/projects/${projectID}/databases/(default)/documents/${path}`;
  return async () => {
    try {
      await fetch(url, { method: "DELETE", keepalive: true, headers: { authorization: `Bearer ${idToken()}` } });
    } catch {
      return;
    }
  };
}
