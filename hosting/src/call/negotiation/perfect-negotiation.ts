// Perfect negotiation inside one connection (https://www.w3.org/TR/webrtc/#perfect-negotiation-example): either side may offer at
// any time, and when both do the polite one gives way. The first offer is the beginner's alone.
import type { Candidate } from "@meetogram/contract";
import { addOpusParameters } from "./opus-parameters.ts";
import { dropOrphanedLines } from "./firefox-orphan-lines.ts";
import type { SignalBatcher, SignalBody } from "./signal-batching.ts";

export interface Negotiation {
  /** Signals are handled one after another. */
  handleSignal(body: SignalBody): void;
}

// Also what has come: how one sends is written in the other's description, and another client may not mend its own.
const munge = (sdp: string) => addOpusParameters(dropOrphanedLines(sdp));

export function startNegotiation(options: {
  connection: RTCPeerConnection;
  isPolite: boolean;
  isInitiator: boolean;
  batcher: SignalBatcher;
  /** An offer of one's own has been made, and goes out. */
  onOffered: () => void;
  /** Between the first offer and its answer. */
  prepareAnswer: () => void;
  /** Once the first answer is set. */
  onAnswerSet: () => Promise<void>;
  onAnswered: () => void;
  /** The connection cannot go on. */
  onFailed: (error: unknown) => void;
  signal: AbortSignal;
}): Negotiation {
  const { connection, isPolite, batcher, signal } = options;
  let mayOffer = options.isInitiator;
  let isMakingOffer = false;
  let isSettingRemoteAnswer = false;
  let isOfferIgnored = false;
  let pendingCandidates: Candidate[] = [];
  let queue = Promise.resolve();

  async function offer() {
    if (!mayOffer || connection.signalingState !== "stable") return;
    try {
      isMakingOffer = true;
      await connection.setLocalDescription();
      announce();
    } catch (error) {
      if (!signal.aborted) options.onFailed(error);
    } finally {
      isMakingOffer = false;
    }
  }

  function announce() {
    const description = connection.localDescription;
    if (signal.aborted || description === null) return;
    if (description.type !== "offer" && description.type !== "answer") return;
    batcher.addDescription({ type: description.type, sdp: munge(description.sdp) });
    if (description.type === "offer") options.onOffered();
  }

  async function handleDescription(description: NonNullable<SignalBody["description"]>) {
    const isReady = !isMakingOffer && (connection.signalingState === "stable" || isSettingRemoteAnswer);
    isOfferIgnored = description.type === "offer" && !isReady && !isPolite;
    if (isOfferIgnored) return;
    // An answer to an offer that was rolled back, or one that comes twice.
    if (description.type === "answer" && connection.signalingState !== "have-local-offer") return;
    isSettingRemoteAnswer = description.type === "answer";
    try {
      await connection.setRemoteDescription({ type: description.type, sdp: munge(description.sdp) });
    } finally {
      isSettingRemoteAnswer = false;
    }
    if (signal.aborted) return;
    if (description.type === "offer") {
      const isFirst = !mayOffer;
      mayOffer = true;
      if (isFirst) options.prepareAnswer();
      await connection.setLocalDescription();
      announce();
      if (isFirst && !signal.aborted) await options.onAnswerSet();
    }
    options.onAnswered();
    const waiting = pendingCandidates;
    pendingCandidates = [];
    await addCandidates(waiting);
  }

  async function addCandidates(candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      if (signal.aborted) return;
      // Those of an ignored offer, or of one before a restart, fit nothing: the connection refuses them and is right to.
      await connection.addIceCandidate(candidate as RTCIceCandidateInit).catch(() => {});
    }
  }

  connection.addEventListener("negotiationneeded", () => void offer(), { signal });
  connection.addEventListener(
    "icecandidate",
    ({ candidate }) => {
      if (candidate === null) return batcher.addCandidate(null);
      const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
      // The empty candidate ends one generation; the null that follows says as much. Between browsers a TCP candidate reaches
      // nobody (each only ever dials), and it comes late: it would cost a message of its own.
      if (candidate.candidate === "" || candidate.protocol === "tcp") return;
      batcher.addCandidate({ candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment });
    },
    { signal },
  );

  return {
    handleSignal(body) {
      queue = queue
        .then(async () => {
          if (signal.aborted) return;
          if (body.description) await handleDescription(body.description);
          if (!body.candidates || isOfferIgnored) return;
          if (connection.remoteDescription === null) pendingCandidates.push(...body.candidates);
          else await addCandidates(body.candidates);
        })
        .catch((error: unknown) => {
          if (!signal.aborted) options.onFailed(error);
        });
    },
  };
}
