// Decides who initiates a connection. Nobody initiates one to a waiting participant, so a stale
// participant in the lobby costs nothing. A newcomer initiates to everyone who has entered, before
// it enters itself.

export interface RemoteSeat {
  readonly participantID: string;
  readonly seat: number;
  readonly isActive: boolean;
}

export type InitiationVerdict = "now" | "deferred" | "never";

export function decideInitiator(
  own: { participantID: string; seat: number; hasEntered: boolean },
  remote: RemoteSeat,
): InitiationVerdict {
  if (!remote.isActive) return "never";
  if (!own.hasEntered) return "now";
  // Both have entered: the later seat is the newcomer. If both initiated, each join would cost two
  // offers.
  const isLater = own.seat === remote.seat ? own.participantID > remote.participantID : own.seat > remote.seat;
  return isLater ? "now" : "deferred";
}
