// What people see of one file on its way to or from one participant.
import type { FileEnd } from "@meetogram/contract";

/**
 * "offered": nobody has answered. "queued": accepted here, and others come first. "waiting": the
 * participant cannot be reached now; it goes on by itself. The other four are ends.
 */
export type TransferState = "offered" | "queued" | "running" | "waiting" | "done" | "refused" | "cancelled" | "failed";

/** "too-large": this browser has no room for it. */
export type TransferProblem = Exclude<FileEnd, "cancelled"> | "too-large";

export interface Transfer {
  /** Of this page alone, unlike the ID of an offer, which a reloaded sender makes anew. */
  readonly key: string;
  /** Later offers have higher ones. */
  readonly place: number;
  readonly isIncoming: boolean;
  readonly participantID: string;
  /** Harmless: see `cleanFileName`. */
  readonly name: string;
  readonly size: number;
  readonly state: TransferState;
  /** Bytes that the receiver has written. */
  readonly written: number;
  readonly isPausedHere: boolean;
  readonly isPausedThere: boolean;
  /** Of a "cancelled" one: the other side did it. */
  readonly isByOther: boolean;
  /**
   * Of a "failed" one: why. Of a "waiting" one "unknown": the sender's page was reloaded, and has
   * to be given the file again.
   */
  readonly problem: TransferProblem | null;
  /** A guess, from the last seconds. Null before the first bytes and while nothing moves. */
  readonly bytesPerSecond: number | null;
  /** What has arrived, after the end: it may be saved again. */
  readonly received: File | null;
}

/** What an offer begins with. */
export function offeredTransfer(
  offer: Pick<Transfer, "key" | "place" | "isIncoming" | "participantID" | "name" | "size">,
): Transfer {
  return {
    ...offer,
    state: "offered",
    written: 0,
    isPausedHere: false,
    isPausedThere: false,
    isByOther: false,
    problem: null,
    bytesPerSecond: null,
    received: null,
  };
}

export const isHeld = ({ isPausedHere, isPausedThere }: Transfer): boolean => isPausedHere || isPausedThere;

export function isOver({ state }: Pick<Transfer, "state">): boolean {
  return state === "done" || state === "refused" || state === "cancelled" || state === "failed";
}
