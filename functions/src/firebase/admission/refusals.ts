// Whom hosts have refused in the waiting room, and until when they may not knock again. Only the
// server knows it: nobody in the room learns who was refused. Each refusal takes longer than the
// one before, so nobody can knock for ever.
import { limits, type ParticipantDocument, type RoomDocument } from "@meetogram/contract";
import * as v from "valibot";
import { Timestamp } from "../../firestore/timestamp.ts";

const longestMs = 24 * 60 * 60_000;

/** By participantID. */
export const Refusals = v.record(v.string(), v.object({ times: v.number(), until: v.instance(Timestamp) }));
export type Refusals = v.InferOutput<typeof Refusals>;

/** How long this participant gets no seat; 0 or less when it does. */
export function refusedForMs(refusals: Refusals, participantID: string, nowMs: number): number {
  return (refusals[participantID]?.until.toMillis() ?? nowMs) - nowMs;
}

export function addRefusal(refusals: Refusals, participantID: string, nowMs: number): Refusals {
  const times = (refusals[participantID]?.times ?? 0) + 1;
  const lastsMs = Math.min(limits.refusalMs * 4 ** (times - 1), longestMs);
  const others = Object.entries(refusals)
    .filter(([id]) => id !== participantID)
    .sort(([, one], [, other]) => one.until.toMillis() - other.until.toMillis())
    .slice(1 - limits.maxRefused);
  return { ...Object.fromEntries(others), [participantID]: { times, until: Timestamp.fromMillis(nowMs + lastsMs) } };
}

/** As the rules decide it. */
export function isHeldBack(room: RoomDocument, participantID: string, seat: ParticipantDocument): boolean {
  const isLetIn = seat.isActive || seat.role === "host" || (room.admitted?.includes(participantID) ?? false);
  return room.hasWaitingRoom === true && !isLetIn;
}
