// Whether a participant is unheard: it says that its microphone is on, and no audio arrives. Even
// silence arrives, so this is no pause. One reading may be older than the word.
import type { CallParticipant } from "../../../meeting/useMeeting.ts";

const readingsUntilUnheard = 2;

type Read = Pick<CallParticipant, "status" | "constraints" | "stats">;

/** Readings in a row without audio. */
export function countUnheard(before: number, { status, constraints, stats }: Read): number {
  return status === "connected" && constraints.audio && stats?.audio === "none" ? before + 1 : 0;
}

export const isUnheardAfter = (readings: number): boolean => readings >= readingsUntilUnheard;
