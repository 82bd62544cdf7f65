// Who joined and who left between two lists of participants.

interface Named {
  readonly participantID: string;
  readonly name: string;
}

export interface Changes<T> {
  readonly joined: readonly T[];
  readonly left: readonly T[];
}

export function compareParticipants<T extends Named>(before: readonly T[], after: readonly T[]): Changes<T> {
  const missing = (from: readonly T[], { participantID }: T) =>
    from.every((other) => other.participantID !== participantID);
  return {
    joined: after.filter((participant) => missing(before, participant)),
    left: before.filter((participant) => missing(after, participant)),
  };
}
