// What a call needs from the outside until participants are connected to each other: who is seated, and a way to pass sealed
// messages. A call knows this interface and no backend.
import type { ParticipantConstraints, Role } from "@meetogram/contract";

export interface SeatedParticipant {
  readonly participantID: string;
  /** Grows with each new page of the same participant. */
  readonly seat: number;
  /** False while waiting in the lobby. */
  readonly isActive: boolean;
  readonly constraints: ParticipantConstraints;
  readonly role: Role;
  /** Sealed. */
  readonly name: string | null;
}

/** "moved": the same participant was seated again, in another tab or page. */
export type EndOfSeat = "removed" | "moved" | "expired";

/** What holds for everybody in the room. */
export interface RoomState {
  /** Newcomers are not let in. */
  readonly isLocked: boolean;
}

export interface OwnChanges {
  isActive?: true;
  constraints?: ParticipantConstraints;
  /** Sealed. */
  name?: string | null;
}

/** "refused": the server does not allow it, and asking again will not help. */
export class SignallingError extends Error {
  readonly code: "refused" | "unavailable";

  constructor(code: "refused" | "unavailable", options: { cause?: unknown } = {}) {
    super(`Signalling: ${code}`, options);
    this.name = "SignallingError";
    this.code = code;
  }
}

interface ListenerOptions {
  signal: AbortSignal;
}

export interface Signalling {
  readonly self: { readonly participantID: string; readonly seat: number };
  /** Everyone seated, oneself too: at once when known already, and after each change. Seats whose lease ran out are left out. */
  onParticipants(listener: (participants: readonly SeatedParticipant[]) => void, options: ListenerOptions): void;
  /** Each message once, in the order in which they were sent; gone from the server after delivery. */
  onMessage(listener: (message: { from: string; payload: string }) => void, options: ListenerOptions): void;
  /** The own seat is gone; nothing else is reported afterwards. */
  onEnded(listener: (reason: EndOfSeat) => void, options: ListenerOptions): void;
  /** At once when known already, and after each change. */
  onRoom(listener: (room: RoomState) => void, options: ListenerOptions): void;
  /** Called when the server stops answering (false) and when it answers again (true). */
  onReachability(listener: (isReachable: boolean) => void, options: ListenerOptions): void;
  /** Messages from one to one other arrive in the order of these calls. */
  send(to: string, payload: string): Promise<void>;
  /** Changes the own document. Rejects with a SignallingError. */
  update(changes: OwnChanges): Promise<void>;
  /** Of a host alone: others are refused. Rejects with a SignallingError. */
  setLocked(isLocked: boolean): Promise<void>;
  /** Gives the own seat up and closes. */
  leave(): Promise<void>;
  /** The same from a page that is going away: nothing is awaited. */
  leaveNow(): void;
  /** Stops listening and refreshing; the seat stays until its lease runs out. */
  close(): void;
}
