// Perfect negotiation inside one connection
// (https://www.w3.org/TR/webrtc/#perfect-negotiation-example): either side may offer at any time,
// and when both do, the polite peer gives way. Only the initiator makes the first offer.
import type { Candidate } from "@meetogram/contract";
import { addOpusParameters } from "./opus-parameters.ts";
import { dropOrphanedLines } from "./firefox-orphan-lines.ts";
import type { SignalBatcher, SignalBody } from "./signal-batching.ts";

export interface Negotiation {
  /** Handles signals one after another. */
  handleSignal(body: SignalBody): void;
}

// Received descriptions too: they say how this side sends, and another client may not munge its
// own.
const munge = (sdp: string) => addOpusParameters(dropOrphanedLines(sdp));

export function startNegotiation(options: {
  connection: RTCPeerConnection;
  isPolite: boolean;
  isInitiator: boolean;
  batcher: SignalBatcher;
  /** A local offer has been made, and is being sent. */
  onOffered: () => void;
  /** Between the first offer and its answer. */
  prepareAnswer: () => void;
  /** After the first answer is set. */
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
    // The answer to an offer that was rolled back, or a second answer.
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
      // Candidates of an ignored offer, or from before an ICE restart, match nothing. The
      // connection rightly refuses them.
      await connection.addIceCandidate(candidate as RTCIceCandidateInit).catch(() => {});
    }
  }

  connection.addEventListener("negotiationneeded", () => void offer(), { signal });
  connection.addEventListener(
    "icecandidate",
    ({ candidate }) => {
      if (candidate === null) return batcher.addCandidate(null);
      const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
      // The empty candidate ends one generation; the null after it says the same. A TCP candidate
      // is useless between browsers (each makes active ones only) and comes late: it would cost a
      // message of its own.
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
