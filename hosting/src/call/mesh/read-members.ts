// Who takes part in the safety code: everybody who has entered and is connected.
import type { Members, OtherMember } from "../verification/verification.ts";
import type { RemoteParticipant } from "./remote-participant.ts";

/**
 * Null while a certificate or a key is unknown. Without them the code would say less than it
 * promises.
 */
export function readMembers(
  self: { participantID: string; seat: number; signer: string },
  remoteParticipants: Iterable<RemoteParticipant>,
): Members | null {
  const others: OtherMember[] = [];
  const ownFingerprints = new Set<string>();
  for (const { participantID, peer, signer } of remoteParticipants) {
    if (!peer?.isOpen || !peer.remoteState?.hasEntered) continue;
    if (peer.fingerprints === null || signer === null) return null;
    const { connectionID, seat, fingerprints, send } = peer;
    ownFingerprints.add(fingerprints.own);
    others.push({ participantID, seat, fingerprint: fingerprints.remote, signer, connectionID, send });
  }
  const [fingerprint = ""] = ownFingerprints;
  // With a certificate for each connection nobody could check that all mean the same participant.
  return ownFingerprints.size > 1 ? null : { self: { ...self, fingerprint }, others };
}
