// Makes a peer: combines negotiation, control channel, media and liveness of one connection.
import type { ControlMessage, ParticipantState, Signal } from "@meetogram/contract";
import { openControlChannel } from "./control-channel.ts";
import { openFileChannel } from "./file-channel.ts";
import type { FileChannel } from "../features.ts";
import { startSetupDeadlines } from "../connectivity/setup-deadlines.ts";
import { watchPlayoutDelay } from "../connectivity/playout-delay.ts";
import { createLifeline } from "../connectivity/lifeline.ts";
import { startNegotiation } from "../negotiation/perfect-negotiation.ts";
import { createSignalBatcher } from "../negotiation/signal-batching.ts";
import { createPeerMedia } from "../quality/peer-media.ts";
import type { Peer, PeerEnd, PeerOptions } from "./peer.ts";
import { createPeerClosing } from "./peer-closing.ts";
import { readAudioLevel, watchSpeech } from "../statistics/speech.ts";
import { readFingerprint } from "../verification/fingerprint.ts";

export function createPeer(options: PeerOptions): Peer {
  const { clock, connectionID, isPolite, isInitiator } = options;
  const controller = new AbortController();
  const { signal } = controller;
  const connection = options.createConnection();
  let remoteState: ParticipantState | null = null;
  let isAnswered = false;
  let isSpeaking = false;
  let isReached = false;
  let fingerprints: Peer["fingerprints"] = null;
  let files: FileChannel | null = null;
  const { answerWithinMs, openWithinMs } = options;
  const deadlines = startSetupDeadlines({ clock, answerWithinMs, openWithinMs, onExpired: end });
  const lifeline = createLifeline({
    connection,
    clock,
    isPolite,
    ping: (id) => void channel.send({ type: "ping", id }),
    isReachable: options.isReachable,
    onChange: options.onChange,
    onEnd: end,
    signal,
  });
  const playoutDelay = watchPlayoutDelay({ clock, connection, onPlayoutLate: options.onPlayoutLate, signal });
  const media = createPeerMedia({
    connection,
    clock,
    tracks: options.tracks,
    load: options.load,
    haveBothEntered: () => options.ownState().hasEntered && remoteState?.hasEntered === true,
    isMuted: () => !options.ownState().constraints.audio,
    isCameraOn: () => options.ownState().constraints.video,
    shownHeightPx: options.shownHeightPx,
    screen: options.screen,
    isSoundBlocked: options.isSoundBlocked,
    send: (message) => void channel.send(message),
    onTrack: options.onChange,
    onRawStats: playoutDelay.handleRawStats,
    onStats: options.onStats,
    signal,
  });

  const channel = openControlChannel(connection, {
    allowance: options.allowance,
    onOpen() {
      deadlines.stop();
      lifeline.handleOpen();
      announceState();
      media.handleOpen();
      options.onOpen();
    },
    onMessage: handleMessage,
    onExcess: options.onExcess,
    onClose: () => end("closed"),
    signal,
  });
  const { close, expel, retire } = createPeerClosing({ connection, channel, clock, signal, stop });

  const batcher = createSignalBatcher({
    clock,
    isDirect,
    mayGatherLonger: () => !options.ownState().hasEntered,
    isGathering: () => connection.iceGatheringState !== "complete",
    deliver(body) {
      const sent: Signal = { seat: options.ownSeat, connection: connectionID, ...body };
      if (!isDirect() || !channel.send({ type: "signal", signal: sent })) options.onSignal(sent);
    },
  });

  const negotiation = startNegotiation({
    connection,
    isPolite,
    isInitiator,
    batcher,
    onOffered() {
      if (!isAnswered) deadlines.handleOffered();
    },
    prepareAnswer: () => media.adoptTransceivers(),
    onAnswerSet: () => media.attachTracks(),
    onAnswered() {
      lifeline.handleNegotiated();
      if (isAnswered) return;
      isAnswered = true;
      if (!channel.isOpen) deadlines.handleAnswer();
      options.onChange();
    },
    onFailed: () => end("failed"),
    signal,
  });

  const speech = watchSpeech({
    clock,
    readLevel: () => (remoteState?.constraints.audio === true ? readAudioLevel(connection) : 0),
    onChange(changed) {
      isSpeaking = changed;
      options.onChange();
    },
  });
  if (isInitiator) media.addTransceivers();

  // An open channel may still be cut off. What must arrive then goes through the server.
  function isDirect() {
    return channel.isOpen && lifeline.isTrusted();
  }

  function handleMessage(message: ControlMessage) {
    lifeline.handleHeard();
    switch (message.type) {
      case "state":
        remoteState = message;
        media.adjust();
        options.onChange();
        reach();
        break;
      case "wish":
        media.handleWish(message.cameraHeight);
        break;
      case "report":
        media.handleReport(message);
        options.onChange();
        break;
      case "signal":
        if (message.signal.connection === connectionID) negotiation.handleSignal(message.signal);
        break;
      case "commit":
      case "reveal":
        options.onVerification(message);
        break;
      case "ping":
        channel.send({ type: "pong", id: message.id });
        break;
      case "pong":
        break;
      case "bye":
        options.onBye(message.reason);
        break;
      case "removed":
      case "ended":
        options.onHostWord(message);
        break;
      default:
        if (isReached) options.onFeature(message);
    }
    lifeline.review();
  }

  function announceState() {
    if (signal.aborted) return;
    if (options.ownState().hasEntered) batcher.flush();
    channel.send(options.ownState());
    media.adjust();
    reach();
  }

  /** The remote side hears of our state before any feature: the channel keeps the order. */
  function reach() {
    if (isReached || !channel.isOpen || !options.ownState().hasEntered || remoteState?.hasEntered !== true) return;
    isReached = true;
    options.onReached();
  }

  function end(reason: PeerEnd) {
    if (signal.aborted) return;
    close();
    options.onEnd(reason);
  }

  function stop() {
    controller.abort();
    deadlines.stop();
    lifeline.stop();
    speech.stop();
    batcher.close();
    media.close();
  }

  return {
    connectionID,
    seat: options.seat,
    stream: media.stream,
    connection,
    isInitiator,
    get isTooEarlyToReplace() {
      return !lifeline.wasOpen && deadlines.isTooEarlyToReplace;
    },
    get wasOpen() {
      return lifeline.wasOpen;
    },
    get isAnswered() {
      return isAnswered;
    },
    get isOpen() {
      return channel.isOpen;
    },
    get liveness() {
      return lifeline.liveness;
    },
    get isPageStalled() {
      return lifeline.isPageStalled;
    },
    get isReached() {
      return isReached && channel.isOpen;
    },
    get isSpeaking() {
      return isSpeaking;
    },
    get remoteState() {
      return remoteState;
    },
    get fingerprints() {
      // Only after the channel has opened: then DTLS has checked that the certificates are these.
      // On a busy device it may open before the description is there to be read.
      if (lifeline.wasOpen) fingerprints ??= readFingerprints(connection);
      return fingerprints;
    },
    send: channel.send,
    openFileChannel() {
      if (!isReached || !channel.isOpen || signal.aborted) return null;
      return (files ??= openFileChannel(connection, signal));
    },
    handleSignal(received) {
      if (channel.isOpen) lifeline.handleServerSignal();
      // The answer has come in time, however long this device needs to set it.
      if (received.description?.type === "answer" && !isAnswered) deadlines.handleAnswer();
      negotiation.handleSignal(received);
    },
    get stats() {
      return media.stats;
    },
    get hearsMe() {
      return media.hearsMe;
    },
    get isOwnCameraPaused() {
      return media.isOwnCameraPaused;
    },
    get isCameraPaused() {
      return media.isCameraPaused;
    },
    get screen() {
      return remoteState?.constraints.screen && media.screen.getTracks().length > 0 ? media.screen : null;
    },
    announceState,
    adjust: media.adjust,
    announceWish: media.announceWish,
    replaceScreen() {
      if (channel.isOpen) media.replaceScreen();
    },
    replaceTrack: media.replaceTrack,
    reconnectNow: lifeline.reconnectNow,
    close,
    expel,
    retire,
  };
}

function readFingerprints({ localDescription, remoteDescription }: RTCPeerConnection): Peer["fingerprints"] {
  const own = readFingerprint(localDescription);
  const remote = readFingerprint(remoteDescription);
  return own === null || remote === null ? null : { own, remote };
}
