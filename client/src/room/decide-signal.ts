// Who begins a connection, and what a signal does to the one that there is. These are the rules of
// docs/signalling.md, "Connecting" and "Receiving a signal".

export interface Seated {
  readonly participantID: string;
  readonly seat: number;
}

/** Of two who have entered, the later one begins. The other one waits a moment for it. */
export function isLater(own: Seated, remote: Seated): boolean {
  return own.seat === remote.seat ? own.participantID > remote.participantID : own.seat > remote.seat;
}

export interface KnownConnection {
  readonly connectionID: string;
  /** That of the other one, when the connection was made. */
  readonly seat: number;
  readonly isInitiator: boolean;
  readonly isAnswered: boolean;
}

export interface ArrivedSignal {
  readonly seat: number;
  readonly connection: string;
  readonly description?: { readonly type: "offer" | "answer" } | undefined;
}

/**
 * `handle`: it belongs to the connection. `accept`: it begins another one, which takes the place of
 * the known one. When both have begun at once, the polite one, whose ID is smaller, gives way.
 */
export function decideSignal(
  signal: ArrivedSignal,
  known: KnownConnection | null,
  isPolite: boolean,
): "handle" | "accept" | "drop" {
  if (known?.connectionID === signal.connection) return "handle";
  if (signal.description?.type !== "offer") return "drop";
  if (known === null) return "accept";
  if (signal.seat < known.seat) return "drop";
  const isFree = signal.seat > known.seat || known.isAnswered || !known.isInitiator;
  return isFree || isPolite ? "accept" : "drop";
}
