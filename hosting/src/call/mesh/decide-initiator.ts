// Who begins a connection. Nobody begins towards someone who is waiting, so a ghost in the lobby costs nobody anything; a newcomer
// begins towards everyone who has entered, before entering itself.

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
  // Both have entered: the one seated later is the newcomer. Were both to begin, each join would cost two offers.
  const isLater = own.seat === remote.seat ? own.participantID > remote.participantID : own.seat > remote.seat;
  return isLater ? "now" : "deferred";
}
