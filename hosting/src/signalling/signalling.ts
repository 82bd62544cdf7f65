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
  /** Asks the hosts to be admitted. */
  readonly hasKnocked?: boolean;
}

/**
 * What somebody has done, by the server's word. "moved": the same participant took a new seat, in
 * another tab or page. "refused": a host has not let it in. "ended": a host has ended the room.
 */
export type EndOfSeat = "removed" | "moved" | "refused" | "ended";

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
  /** True: nobody enters whom no host has admitted. */
  readonly hasWaitingRoom: boolean;
  /** The participants that a host has admitted. */
  readonly admitted: readonly string[];
  /** When the room expires, unless it is extended. Left out where rooms do not. */
  readonly expiresAtMs?: number;
}

export interface OwnChanges {
  isActive?: true;
  constraints?: ParticipantConstraints;
  /** Sealed. */
  name?: string | null;
  hasKnocked?: boolean;
}

type SignallingErrorCode = "refused" | "unavailable" | "held-back";

/**
 * "refused": the server does not allow it, and a retry does not help. "held-back": the waiting room
 * was switched on, and no host has admitted this participant.
 */
export class SignallingError extends Error {
  readonly code: SignallingErrorCode;

  constructor(code: SignallingErrorCode, options: { cause?: unknown } = {}) {
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
   * after each change. Seats with an expired lease are left out. A first report may name only
   * others who have entered, as they were when the seat was taken.
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
  /** The same. Off lets everybody in who waits. */
  setWaitingRoom(isOn: boolean): Promise<void>;
  /** The same. Of more than the room remembers, it forgets the oldest. */
  admit(participantIDs: readonly string[]): Promise<void>;
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
