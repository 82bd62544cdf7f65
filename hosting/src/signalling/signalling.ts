// What a call needs until its participants are connected: who is seated, and a way to send sealed
// messages. A call knows this interface and no backend.
import type { ParticipantConstraints, Role } from "@meetogram/contract";

export interface SeatedParticipant {
  readonly participantID: string;
  /** Higher for each new page of the same participant. */
  readonly seat: number;
  /** False while the participant waits in the lobby. */
  readonly isActive: boolean;
  readonly constraints: ParticipantConstraints;
  readonly role: Role;
  /** Sealed. */
  readonly name: string | null;
}

/**
 * What somebody has done, by the server's word. "moved": the same participant took a new seat, in
 * another tab or page. "expired": a host has ended the room.
 */
export type EndOfSeat = "removed" | "moved" | "expired";

/**
 * Why the seat is not had, although nobody has ended it. It may be had again. "unanswered": the
 * server does not say. "lost": the server does not know the seat or its room any more.
 */
export type SeatLoss = "unanswered" | "expired" | "full" | "locked" | "lost";

/** The state of the room, the same for everybody. */
export interface RoomState {
  /** True: nobody new may join. */
  readonly isLocked: boolean;
  /** The participants that a host has removed. */
  readonly removed: readonly string[];
}

export interface OwnChanges {
  isActive?: true;
  constraints?: ParticipantConstraints;
  /** Sealed. */
  name?: string | null;
}

/** "refused": the server does not allow it, and a retry does not help. */
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
  /**
   * Reports everyone seated, including the participant itself: immediately if known already, and
   * after each change. Seats with an expired lease are left out.
   */
  onParticipants(listener: (participants: readonly SeatedParticipant[]) => void, options: ListenerOptions): void;
  /** Delivers each message once, in the order of sending, and deletes it from the server. */
  onMessage(listener: (message: { from: string; payload: string }) => void, options: ListenerOptions): void;
  /** The participant's own seat is gone. Nothing is reported afterwards. */
  onEnded(listener: (reason: EndOfSeat) => void, options: ListenerOptions): void;
  /** The seat is not had: others cannot reach this participant here. Null when it is back. */
  onSeatLoss(listener: (loss: SeatLoss | null) => void, options: ListenerOptions): void;
  /** Reports immediately if known already, and after each change. */
  onRoom(listener: (room: RoomState) => void, options: ListenerOptions): void;
  /** Reports false when the server is lost and true when it is back. */
  onReachability(listener: (isReachable: boolean) => void, options: ListenerOptions): void;
  /** Messages from one sender to one receiver arrive in the order of these calls. */
  send(to: string, payload: string): Promise<void>;
  /** Changes the participant's own document. Rejects with a SignallingError. */
  update(changes: OwnChanges): Promise<void>;
  /** Allowed for hosts only. Rejects with a SignallingError. */
  setLocked(isLocked: boolean): Promise<void>;
  /** Whom this page is connected to. While that is everybody, leases are written less often. */
  noticePresent(participantIDs: ReadonlySet<string>): void;
  /** Somebody is at this page: takes a seat again that has lapsed meanwhile, or was lost. */
  wake(): void;
  /** Gives up the seat and closes. */
  leave(): Promise<void>;
  /** Does the same from a page that is going away: it waits for nothing. */
  leaveNow(): void;
  /** Stops listening and renewing the lease. The seat stays until its lease expires. */
  close(): void;
}
