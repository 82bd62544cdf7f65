// What to do with a signal from the inbox, given the connection that there is to its sender. Only a newer page, or a beginning
// after an answered one, replaces a connection; two beginnings at once are settled by politeness.

export interface KnownConnection {
  readonly connectionID: string;
  /** The other's seat when the connection was made. */
  readonly seat: number;
  /** Begun here; or else by the other. */
  readonly isInitiator: boolean;
  /** An answer was received, or given. */
  readonly isAnswered: boolean;
}

export interface ArrivedSignal {
  readonly connection: string;
  readonly seat: number;
  readonly isOffer: boolean;
}

/** "accept" replaces the connection there is, if any. */
export type SignalVerdict = "handle" | "accept" | "drop";

export function decideSignal(signal: ArrivedSignal, known: KnownConnection | null, isPolite: boolean): SignalVerdict {
  if (known?.connectionID === signal.connection) return "handle";
  if (!signal.isOffer) return "drop";
  if (known === null) return "accept";
  if (signal.seat < known.seat) return "drop";
  // Of several beginnings of the other, read together after a cut, the last counts.
  if (signal.seat > known.seat || known.isAnswered || !known.isInitiator) return "accept";
  return isPolite ? "accept" : "drop";
}

/** One side of each pair gives way: both sides agree on which without asking. */
export function isPoliteTowards(own: string, remote: string): boolean {
  return own < remote;
}
