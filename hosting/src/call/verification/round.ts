// One round of the safety code: everybody commits to a nonce, and reveals it once everybody has
// committed. So nobody chooses a nonce after having seen another one.
import type { VerificationMessage } from "@meetogram/contract";

export interface Round {
  readonly id: string;
  /** Commit, and after all commitments have come, reveal. */
  readonly messages: readonly VerificationMessage[];
  /** Whose message is still to come. */
  readonly awaited: readonly string[];
  handleCommit(from: string, commitment: string): void;
  /** `commitment` is what the nonce would have been committed with. */
  handleReveal(from: string, nonce: string, commitment: string): void;
  /** The nonces of everybody, or null as long as one is missing. */
  readonly nonces: readonly string[] | null;
}

export function createRound(options: {
  readonly id: string;
  readonly own: { readonly participantID: string; readonly nonce: string; readonly commitment: string };
  /** Everybody else. */
  readonly others: readonly string[];
}): Round {
  const { id, own, others } = options;
  const commitments = new Map<string, string>();
  const nonces = new Map<string, string>();
  const isMissing = (participantID: string) => !commitments.has(participantID);

  return {
    id,
    get messages() {
      const commit: VerificationMessage = { type: "commit", round: id, commitment: own.commitment };
      const reveal: VerificationMessage = { type: "reveal", round: id, nonce: own.nonce };
      return others.some(isMissing) ? [commit] : [commit, reveal];
    },
    get awaited() {
      const uncommitted = others.filter(isMissing);
      return uncommitted.length > 0 ? uncommitted : others.filter((participantID) => !nonces.has(participantID));
    },
    get nonces() {
      if (nonces.size < others.length) return null;
      return [...nonces, [own.participantID, own.nonce] as const].map((pair) => pair.join(" ")).toSorted();
    },
    handleCommit(from, commitment) {
      // The first one stands: after the last one the own nonce is known.
      if (others.includes(from) && isMissing(from)) commitments.set(from, commitment);
    },
    handleReveal(from, nonce, commitment) {
      if (commitments.get(from) === commitment) nonces.set(from, nonce);
    },
  };
}
