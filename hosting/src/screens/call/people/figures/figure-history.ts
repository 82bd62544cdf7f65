// The last readings of each connection's figures, oldest first, for the small plots. A participant
// that leaves is removed.
import type { CallParticipant } from "../../../../meeting/useMeeting.ts";

export type Figures = NonNullable<CallParticipant["stats"]>;
export type FigureHistory = ReadonlyMap<string, readonly Figures[]>;

/** Two minutes: figures are read every two seconds. */
export const readingCount = 60;

/** Participants change more often than their figures. Only a new object is a new reading. */
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
