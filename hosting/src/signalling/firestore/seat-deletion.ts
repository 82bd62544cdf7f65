// Gives up a seat over REST. A keepalive request outlives its page, which no stream of the SDK
// does. The token of an earlier seat deletes nothing: firestore.rules compare it with the document.
import { paths } from "@meetogram/contract";

export interface SeatDeletionOptions {
  /** `https://firestore.googleapis.com`, or an emulator's. */
  readonly origin: string;
  readonly projectID: string;
  readonly room: string;
  readonly participantID: string;
  /** The current ID token, synchronously: a page that is going away cannot wait. */
  idToken: () => string;
  appCheckToken: () => string | undefined;
}

/** Never rejects: a seat that could not be deleted ends with its lease. */
export function createSeatDeletion(options: SeatDeletionOptions): () => Promise<void> {
  const { origin, projectID, room, participantID, idToken, appCheckToken } = options;
  const path = paths.user(room, participantID);
  const url = `${origin}/v1/projects/${projectID}/databases/(default)/documents/${path}`;
  return async () => {
    const appCheck = appCheckToken();
    const headers = {
      authorization: `Bearer ${idToken()}`,
      ...(appCheck !== undefined && { "x-firebase-appcheck": appCheck }),
    };
    try {
      await fetch(url, { method: "DELETE", keepalive: true, headers });
    } catch {
      return;
    }
  };
}
