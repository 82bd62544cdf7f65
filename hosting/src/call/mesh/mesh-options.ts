// What the mesh needs of the call around it: who oneself is, what is sent, the way to the server.
import type { ParticipantState, Signal } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";
import type { CallParticipant } from "./participant-view.ts";
import type { Tracks } from "../quality/senders.ts";

export interface MeshOptions {
  readonly self: { readonly participantID: string; readonly seat: number };
  readonly clock: Clock;
  createConnection: () => RTCPeerConnection;
  tracks: () => Tracks;
  ownState: () => ParticipantState;
  screen: () => MediaStream | null;
  sendSignal: (to: string, signal: Signal) => void;
  openName: (participantID: string, sealed: string) => Promise<string>;
  /** The browser does not let this page play sound (yet). */
  isSoundBlocked: () => boolean;
  /** The browser says offline, or the server cannot be reached. */
  isNetworkLost: () => boolean;
  /** What is written to the server now will arrive soon. */
  isReachable: () => boolean;
  /** So many are sent media from now on. */
  onPeers: (peers: number) => void;
  onChange: (participants: readonly CallParticipant[]) => void;
}
