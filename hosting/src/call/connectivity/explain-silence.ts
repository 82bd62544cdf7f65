// Guesses why a participant is silent. Evidence about the local network comes first: without a
// network here, everybody seems to be gone.

/**
 * "asleep": the network works, but the remote page is stalled. A device that sleeps as a whole
 * looks like a lost network.
 */
export type SilenceCause = "network-here" | "network-there" | "asleep";

export function explainSilence(evidence: {
  /** The browser says offline, or the server cannot be reached. */
  isOwnNetworkLost: boolean;
  /** Its browser still answers ICE checks. */
  isPageStalled: boolean;
  /** Of the participants who have entered: how many are silent, and how many there are. */
  silent: number;
  entered: number;
}): SilenceCause {
  const { isOwnNetworkLost, isPageStalled, silent, entered } = evidence;
  if (isPageStalled) return "asleep";
  const isEverybodyGone = entered > 1 && silent === entered;
  return isOwnNetworkLost || isEverybodyGone ? "network-here" : "network-there";
}
