// Decides what to do with a signal from the inbox, given the current connection to its sender. Only
// an offer from a newer page, or one that follows an answered or remote offer, replaces a
// connection. When both initiate at once, politeness decides.

export interface KnownConnection {
  readonly connectionID: string;
  /** The remote participant's seat when the connection was made. */
  readonly seat: number;
  /** True when we initiated it, false when the remote participant did. */
  readonly isInitiator: boolean;
  /** An answer was received or sent. */
  readonly isAnswered: boolean;
}

export interface ArrivedSignal {
  readonly connection: string;
  readonly seat: number;
  readonly isOffer: boolean;
}

/** "accept" replaces the current connection, if there is one. */
export type SignalVerdict = "handle" | "accept" | "drop";

export function decideSignal(signal: ArrivedSignal, known: KnownConnection | null, isPolite: boolean): SignalVerdict {
  if (known?.connectionID === signal.connection) return "handle";
  if (!signal.isOffer) return "drop";
  if (known === null) return "accept";
  if (signal.seat < known.seat) return "drop";
  // Several offers of the remote participant may be read together after a cut: the last one counts.
  if (signal.seat > known.seat || known.isAnswered || !known.isInitiator) return "accept";
  return isPolite ? "accept" : "drop";
}

/** Of each pair one is polite. Both sides know which, without asking. */
export function isPoliteTowards(own: string, remote: string): boolean {
  return own < remote;
}
