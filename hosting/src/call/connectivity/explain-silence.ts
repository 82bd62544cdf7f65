// Guesses why a participant is silent. Only "offline" is certain, and the interface says the others
// as guesses. While anybody is heard, the local network works, whatever the server does.

/**
 * "asleep": the network works, but the remote page is stalled. A device that sleeps as a whole
 * looks like a lost network. "offline": this browser says so itself.
 */
export type SilenceCause = "offline" | "network-here" | "network-there" | "asleep";

export function explainSilence(evidence: {
  /** The local browser says so. */
  isOffline: boolean;
  /** Its network may be lost, or the server itself. */
  isServerLost: boolean;
  /** Its browser still answers ICE checks. */
  isPageStalled: boolean;
  /** Of the participants who have entered: how many are silent, and how many there are. */
  silent: number;
  entered: number;
}): SilenceCause {
  const { isOffline, isServerLost, isPageStalled, silent, entered } = evidence;
  if (isPageStalled) return "asleep";
  if (silent < entered) return "network-there";
  if (isOffline) return "offline";
  return isServerLost || entered > 1 ? "network-here" : "network-there";
}
