// What features need of a call: messages to those who can be reached, and when somebody can be.
// Each connection that comes up reaches its participant anew, so that what a cut has lost can be
// sent again.
import type { FeatureMessage } from "@meetogram/contract";

export interface FeatureSender {
  readonly participantID: string;
  /** Its document says that it is a host, and this is the connection to that seat. */
  readonly isHost: boolean;
}

/** Beside the control channel, for what is too large for it: the bytes of files. */
export interface FileChannel {
  readonly channel: RTCDataChannel;
  /** The longest message that the other side takes. */
  readonly maxMessageBytes: number;
  /** Aborted when this page uses the connection no more. */
  readonly ended: AbortSignal;
}

export interface Features {
  /** The participants with an open connection, if both have entered. */
  readonly reachable: readonly string[];
  /** To everybody who can be reached, or to one. */
  send(message: FeatureMessage, to?: string): void;
  /** The same one for the life of a connection. Null when the participant cannot be reached. */
  openFileChannel(participantID: string): FileChannel | null;
  onMessage(listener: (from: FeatureSender, message: FeatureMessage) => void, options: { signal: AbortSignal }): void;
  onReached(listener: (participantID: string) => void, options: { signal: AbortSignal }): void;
}
