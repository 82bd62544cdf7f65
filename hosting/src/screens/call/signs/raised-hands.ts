// Whose hands are raised, the first one first. Each hand has a number, one more than the highest
// that its owner had seen: no clock is compared.

export type RaisedHands = ReadonlyMap<string, number>;

/** Far from the largest number of the protocol, whatever others send. */
const highest = 1_000_000;

export function nextOrder(hands: RaisedHands): number {
  return Math.min(highest, Math.max(0, ...hands.values()) + 1);
}

export function setHand(hands: RaisedHands, participantID: string, order: number | null): RaisedHands {
  const changed = new Map(hands);
  if (order === null) changed.delete(participantID);
  else changed.set(participantID, Math.min(order, highest));
  return changed;
}

/** Without those who are not there any more. */
export function keepPresent(hands: RaisedHands, present: ReadonlySet<string>): RaisedHands {
  return new Map([...hands].filter(([participantID]) => present.has(participantID)));
}

/** The same order for everybody. */
export function queueOf(hands: RaisedHands): readonly string[] {
  return [...hands]
    .toSorted(([a, orderOfA], [b, orderOfB]) => orderOfA - orderOfB || (a < b ? -1 : 1))
    .map(([participantID]) => participantID);
}
