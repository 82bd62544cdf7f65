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

export function restHeaders({ idToken, appCheckToken }: RestSeat): Record<string, string> {
  const appCheck = appCheckToken();
  return {
    authorization: `Bearer ${idToken()}`,
    ...(appCheck !== undefined && { "x-firebase-appcheck": appCheck }),
  };
}
