// When a guest may erase a room: alone in it, after somebody has entered it, and after its host has
// been away for ten minutes. Nobody records when a host leaves. So the guest's first request is
// recorded in the room's secret, and a host who comes meanwhile erases that record.
import { limits, type RoomDocument } from "@meetogram/contract";
import { ApiError } from "../api-error.ts";

export interface LastParticipant {
  readonly room: RoomDocument;
  /** The only one that is taken. */
  readonly hasOnlySeat: boolean;
  /** When a guest asked first, without a host since. */
  readonly eraseAskedAt: number | null;
}

/** How long this guest has to wait, or 0. Rejects with `host-only` when waiting does not help. */
export function waitForHostMs({ room, hasOnlySeat, eraseAskedAt }: LastParticipant, nowMs: number): number {
  if (!hasOnlySeat || room.enteredAt === null) {
    throw new ApiError("host-only", "Only a host, or the last participant of an entered room, may erase it.");
  }
  return Math.max(0, (eraseAskedAt ?? nowMs) + limits.hostAwayMs - nowMs);
}

export function hostExpected(waitMs: number): ApiError {
  const seconds = Math.ceil(waitMs / 1_000);
  return new ApiError("host-expected", "The host may be coming back. Ask again when it has been away.", seconds);
}
