// Why somebody is silent, as far as it can be told from here. Evidence of the own network comes first: without it, everybody else
// seems to be gone.

/** "asleep": the network holds, but the other's page stands still: a tab put to sleep, a closed lid. */
export type SilenceCause = "network-here" | "network-there" | "asleep";

export function explainSilence(evidence: {
  /** The browser says offline, or the server cannot be reached. */
  isOwnNetworkLost: boolean;
  /** ICE has lost the way, not only the page its voice. */
  isDisconnected: boolean;
  /** Of all who have entered: how many are silent, and how many there are. */
  silent: number;
  entered: number;
}): SilenceCause {
  const { isOwnNetworkLost, isDisconnected, silent, entered } = evidence;
  if (!isDisconnected) return "asleep";
  const isEverybodyGone = entered > 1 && silent === entered;
  return isOwnNetworkLost || isEverybodyGone ? "network-here" : "network-there";
}
