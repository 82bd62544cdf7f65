// What the mesh needs from the call: who the local participant is, what to send, how to reach the
// server.
import type { FeatureMessage, ParticipantState, Signal, VerificationMessage } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";
import type { Opened } from "../sealing/seal.ts";
import type { FeatureSender } from "../features.ts";
import type { CallParticipant } from "./participant-view.ts";
import type { Tracks } from "../quality/senders.ts";

export interface MeshOptions {
  readonly self: { readonly participantID: string; readonly seat: number; readonly signer: string };
  readonly clock: Clock;
  createConnection: () => RTCPeerConnection;
  tracks: () => Tracks;
  ownState: () => ParticipantState;
  screen: () => MediaStream | null;
  sendSignal: (to: string, signal: Signal) => void;
  /** Null for a name that does not open. */
  openName: (participantID: string, sealed: string) => Promise<Opened<string> | null>;
  /** A part of the safety code. */
  onVerification: (from: string, message: VerificationMessage) => void;
  onFeature: (from: FeatureSender, message: FeatureMessage) => void;
  /** Features may be used with this participant, over a new connection. */
  onReached: (participantID: string) => void;
  /** The browser does not let this page play audio (yet). */
  isSoundBlocked: () => boolean;
  /** The local browser says so. */
  isOffline: () => boolean;
  /** What is written to the server now will arrive soon. */
  isReachable: () => boolean;
  /** The number of participants to send media to has changed. */
  onPeers: (peers: number) => void;
  /** A host has removed the local participant, or has ended the room. */
  onEnd: (reason: "removed" | "ended") => void;
  /** A connection was closed because too many messages came over it, from either side. */
  onRateLimited: () => void;
  onChange: (participants: readonly CallParticipant[]) => void;
}
