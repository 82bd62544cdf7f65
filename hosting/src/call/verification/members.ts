// Who takes part in a safety code: everybody who has entered, as this page sees them. Two pages
// between which somebody sits see different certificates, and therefore different members.

export interface Member {
  readonly participantID: string;
  readonly seat: number;
  /** Of the DTLS certificate of its end of the connection. */
  readonly fingerprint: string;
  /** The public key that signed its signals. */
  readonly signer: string;
}

/** One line for each, in an order that everybody finds alike. */
export function describeMembers(members: readonly Member[]): string {
  return members
    .map(({ participantID, seat, fingerprint, signer }) => [participantID, seat, fingerprint, signer].join(" "))
    .toSorted()
    .join("\n");
}
