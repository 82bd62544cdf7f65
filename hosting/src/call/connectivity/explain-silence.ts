// Why somebody is silent, as far as it can be told from here. Evidence of the own network comes first: without it, everybody else
// seems to be gone.

/** "asleep": the network holds, but the other's page stands still. A device asleep as a whole looks like a network that is gone. */
export type SilenceCause = "network-here" | "network-there" | "asleep";

export function explainSilence(evidence: {
  /** The browser says offline, or the server cannot be reached. */
  isOwnNetworkLost: boolean;
  /** Answers of its browser prove it. */
  isPageStalled: boolean;
  /** Of all who have entered: how many are silent, and how many there are. */
  silent: number;
  entered: number;
}): SilenceCause {
  const { isOwnNetworkLost, isPageStalled, silent, entered } = evidence;
  if (isPageStalled) return "asleep";
  const isEverybodyGone = entered > 1 && silent === entered;
  return isOwnNetworkLost || isEverybodyGone ? "network-here" : "network-there";
}
