// A seat as it is asked for over REST, beside the SDK: what a request needs and carries.

export interface RestSeat {
  /** `https://firestore.googleapis.com`, or an emulator's. */
  readonly origin: string;
  readonly projectID: string;
  readonly room: string;
  readonly participantID: string;
  /** The current ID token, synchronously: a page that is going away cannot wait. */
  idToken: () => string;
  /** Undefined where App Check is off. */
  appCheckToken: () => string | undefined;
}

/** The name of all documents together, as REST has it. */
export const documentsOf = ({ projectID }: RestSeat): string => `projects/${projectID}/databases/(default)/documents`;

export function restHeaders({ idToken, appCheckToken }: RestSeat): Record<string, string> {
  const appCheck = appCheckToken();
  return {
    authorization: `Bearer ${idToken()}`,
    ...(appCheck !== undefined && { "x-firebase-appcheck": appCheck }),
  };
}

/** Calls a method on the documents. Rejects as `fetch` does, and when the time is over. */
export function callDocuments(seat: RestSeat, method: string, body: object, withinMs: number): Promise<Response> {
  return fetch(`${seat.origin}/v1/${documentsOf(seat)}:${method}`, {
    method: "POST",
    headers: { ...restHeaders(seat), "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(withinMs),
  });
}
