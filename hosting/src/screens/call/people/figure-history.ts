// The last readings of each connection's figures, oldest first: what the small plots are drawn from. Somebody who has left takes
// theirs along.
import type { CallParticipant } from "../../../meeting/useMeeting.ts";

export type Figures = NonNullable<CallParticipant["stats"]>;
export type FigureHistory = ReadonlyMap<string, readonly Figures[]>;

/** Two minutes, as figures are read every two seconds. */
export const readingCount = 60;

/** Participants change more often than their figures: only a new object is a new reading. */
export function recordFigures(
  before: FigureHistory,
  participants: readonly Pick<CallParticipant, "participantID" | "stats">[],
): FigureHistory {
  return new Map(
    participants.map(({ participantID, stats }) => {
      const known = before.get(participantID) ?? [];
      const isNew = stats !== null && stats !== known.at(-1);
      return [participantID, isNew ? [...known, stats].slice(-readingCount) : known];
    }),
  );
}
