// What is sent to one peer: two transceivers in a fixed order, audio then camera. They are prepared
// with inactive encodings. Activating those is the fastest start (no renegotiation), and nothing is
// sent before. Firefox sends the audio of an inactive encoding (measured in 153), so audio has no
// track until it may be heard. A shared screen adds its transceivers behind them.
import type { TrackKind } from "../../media/local-media.ts";
import { preferCodecs } from "../negotiation/codec-preferences.ts";
import { kindOf, planEncoding, preferDegradation, type SendPlan, type Slot } from "./encoding.ts";

export type Tracks = Record<TrackKind, MediaStreamTrack | null>;

const kinds: readonly TrackKind[] = ["audio", "video"];

export interface Senders {
  /** By the initiator, before the offer. */
  addTransceivers(): void;
  /** By the answerer, between offer and answer. */
  adoptTransceivers(): void;
  /** By the answerer, after the answer is set. */
  attachTracks(): Promise<void>;
  /** Whether anything is sent, and how much. */
  apply(plan: SendPlan): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  /** Only after the first negotiation. The first screen causes a renegotiation. */
  setScreen(screen: MediaStream | null): void;
  /** Stops sending. */
  close(): void;
}

export function createSenders(connection: RTCPeerConnection, tracks: Tracks, initialPlan: SendPlan): Senders {
  const current: Record<Slot, MediaStreamTrack | null> = { ...tracks, screen: null, screenAudio: null };
  const senders = new Map<Slot, RTCRtpSender>();
  const adopted = new Map<TrackKind, RTCRtpSender>();
  const applied = new Map<Slot, string>();
  /** The track that was asked for last. `sender.track` is the one that was set last. */
  const attached = new Map<Slot, MediaStreamTrack | null>();
  const isSwitching = new Set<Slot>();
  /** The browser has refused even to say whether to send. Then the track says it. */
  const isRefusing = new Set<Slot>();
  /**
   * The encodings that the browser was seen to use. Reading them halts the page until another
   * thread has time, so only a negotiation causes another reading.
   */
  const settled = new Map<Slot, string>();
  connection.addEventListener("signalingstatechange", () => settled.clear());
  let plan = initialPlan;
  let isClosed = false;

  function trackFor(slot: Slot): MediaStreamTrack | null {
    const isWithheld = kindOf(slot) === "audio" || isRefusing.has(slot);
    return isWithheld && planEncoding(slot, plan, null).active !== true ? null : current[slot];
  }

  function attachTrack(slot: Slot, sender: RTCRtpSender): Promise<void> {
    const track = trackFor(slot);
    if (attached.get(slot) === track) return Promise.resolve();
    attached.set(slot, track);
    // Rejects only when the connection is closed meanwhile.
    return sender.replaceTrack(track).catch(() => {});
  }

  /** The encodings first: the video waits for them. */
  function applyPlan() {
    for (const [slot, sender] of senders) void switchEncodings(slot, sender);
    for (const [slot, sender] of senders) void attachTrack(slot, sender);
  }

  // Two concurrent setParameters of a sender reject each other. The second one waits, and then
  // reads the plan again.
  async function switchEncodings(slot: Slot, sender: RTCRtpSender): Promise<void> {
    if (isSwitching.has(slot)) return;
    isSwitching.add(slot);
    /** What was set last. A browser that does not do it is not asked for ever. */
    let asked: string | null = null;
    try {
      for (;;) {
        const wanted = planEncoding(slot, plan, current[slot]);
        const key = JSON.stringify(wanted);
        if (settled.get(slot) === key) return;
        const parameters = sender.getParameters();
        const isActive = parameters.encodings.every(({ active }) => active === wanted.active);
        if (isActive && applied.get(slot) === key) {
          isRefusing.delete(slot);
          settled.set(slot, key);
          return;
        }
        if (asked === key) return refuse(slot, sender);
        asked = key;
        await setEncodings(slot, sender, parameters, wanted);
        applied.set(slot, key);
      }
    } catch {
      // Closed meanwhile, or a browser that changes nothing now. The next plan asks again.
      if (connection.signalingState !== "closed" && !isClosed) refuse(slot, sender);
    } finally {
      isSwitching.delete(slot);
    }
  }

  function refuse(slot: Slot, sender: RTCRtpSender) {
    isRefusing.add(slot);
    void attachTrack(slot, sender);
  }

  /** A browser that does not know one of the limits still has to be told whether to send. */
  async function setEncodings(
    slot: Slot,
    sender: RTCRtpSender,
    parameters: RTCRtpSendParameters,
    wanted: RTCRtpEncodingParameters,
  ): Promise<void> {
    for (const encoding of parameters.encodings) Object.assign(encoding, wanted);
    const degradation = preferDegradation(slot);
    if (degradation !== null) parameters.degradationPreference = degradation;
    try {
      await sender.setParameters(parameters);
    } catch (error) {
      if (connection.signalingState === "closed") throw error;
      const bare = sender.getParameters();
      for (const encoding of bare.encodings) encoding.active = wanted.active === true;
      await sender.setParameters(bare);
    }
  }

  function replaceTrack(kind: TrackKind, track: MediaStreamTrack | null) {
    current[kind] = track;
    const sender = senders.get(kind);
    if (sender === undefined) return;
    void attachTrack(kind, sender);
    // Another camera may have another size.
    if (track !== null) void switchEncodings(kind, sender);
  }

  function addTransceiver(slot: Slot, direction: RTCRtpTransceiverDirection) {
    const track = trackFor(slot);
    const sendEncodings = [planEncoding(slot, plan, current[slot])];
    const transceiver = connection.addTransceiver(track ?? kindOf(slot), { direction, sendEncodings });
    preferCodecs(transceiver, kindOf(slot));
    attached.set(slot, track);
    senders.set(slot, transceiver.sender);
  }

  function setScreen(screen: MediaStream | null) {
    current.screen = screen?.getVideoTracks()[0] ?? null;
    current.screenAudio = screen?.getAudioTracks()[0] ?? null;
    for (const slot of ["screen", "screenAudio"] as const) {
      const track = current[slot];
      const sender = senders.get(slot);
      if (sender !== undefined) {
        void attachTrack(slot, sender);
        void switchEncodings(slot, sender);
      } else if (track !== null) {
        addTransceiver(slot, "sendonly");
      }
    }
  }

  return {
    addTransceivers() {
      for (const kind of kinds) addTransceiver(kind, "sendrecv");
    },
    adoptTransceivers() {
      const offered = connection.getTransceivers();
      for (const [index, kind] of kinds.entries()) {
        const transceiver = offered[index];
        if (transceiver?.receiver.track.kind !== kind) throw new Error(`The offer has no ${kind} at place ${index}`);
        transceiver.direction = "sendrecv";
        preferCodecs(transceiver, kind);
        adopted.set(kind, transceiver.sender);
      }
    },
    // Chromium has no audio encoding to deactivate before the answer is set, and activates it with
    // the answer. Without a track until then, nothing is sent.
    async attachTracks() {
      for (const [kind, sender] of adopted) {
        await switchEncodings(kind, sender);
        senders.set(kind, sender);
        await attachTrack(kind, sender);
      }
      adopted.clear();
      // The plan may have changed meanwhile.
      applyPlan();
    },
    apply(wanted) {
      plan = wanted;
      applyPlan();
    },
    replaceTrack,
    setScreen,
    close() {
      isClosed = true;
      setScreen(null);
      for (const kind of kinds) replaceTrack(kind, null);
    },
  };
}
