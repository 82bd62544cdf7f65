// What is sent to one peer: two transceivers in fixed order, audio then camera. They stand ready with their encodings off; switching
// those is the fastest way to start (no renegotiation), and nothing is sent before.
import type { TrackKind } from "../media/local-media.ts";

export type Tracks = Record<TrackKind, MediaStreamTrack | null>;

const kinds: readonly TrackKind[] = ["audio", "video"];

export interface Senders {
  /** Called by who begins, before the offer. */
  add(): void;
  /** Called by who answers, between offer and answer. */
  adopt(): void;
  /** Called by who answers, once the answer is set. */
  attach(): Promise<void>;
  setActive(isActive: boolean): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  /** Nothing is sent any more. */
  close(): void;
}

export function createSenders(connection: RTCPeerConnection, tracks: Tracks): Senders {
  const current: Tracks = { ...tracks };
  const senders = new Map<TrackKind, RTCRtpSender>();
  const adopted = new Map<TrackKind, RTCRtpSender>();
  const isSwitching = new Set<RTCRtpSender>();
  let isActive = false;

  // Two setParameters at once on a sender reject each other: the second waits and looks again at what is wanted.
  async function switchEncodings(sender: RTCRtpSender): Promise<void> {
    if (isSwitching.has(sender)) return;
    isSwitching.add(sender);
    try {
      for (;;) {
        const parameters = sender.getParameters();
        if (parameters.encodings.every((encoding) => encoding.active === isActive)) return;
        for (const encoding of parameters.encodings) encoding.active = isActive;
        await sender.setParameters(parameters);
      }
    } catch (error) {
      if (connection.signalingState !== "closed") throw error;
    } finally {
      isSwitching.delete(sender);
    }
  }

  function replaceTrack(kind: TrackKind, track: MediaStreamTrack | null) {
    current[kind] = track;
    // Rejects only when the connection is closed meanwhile.
    senders
      .get(kind)
      ?.replaceTrack(track)
      .catch(() => {});
  }

  return {
    add() {
      for (const kind of kinds) {
        const init: RTCRtpTransceiverInit = { direction: "sendrecv", sendEncodings: [{ active: isActive }] };
        senders.set(kind, connection.addTransceiver(current[kind] ?? kind, init).sender);
      }
    },
    adopt() {
      const offered = connection.getTransceivers();
      for (const [index, kind] of kinds.entries()) {
        const transceiver = offered[index];
        if (transceiver?.receiver.track.kind !== kind) throw new Error(`The offer has no ${kind} at place ${index}`);
        transceiver.direction = "sendrecv";
        adopted.set(kind, transceiver.sender);
      }
    },
    // Chromium has no audio encoding to switch off before the answer is set, and switches it on with the answer: without a track
    // until then, nothing is sent.
    async attach() {
      for (const [kind, sender] of adopted) {
        await switchEncodings(sender);
        senders.set(kind, sender);
        await sender.replaceTrack(current[kind]);
      }
      adopted.clear();
      // It may have been asked for meanwhile.
      for (const sender of senders.values()) void switchEncodings(sender);
    },
    setActive(wanted) {
      isActive = wanted;
      for (const sender of senders.values()) void switchEncodings(sender);
    },
    replaceTrack,
    close() {
      for (const kind of kinds) replaceTrack(kind, null);
    },
  };
}
