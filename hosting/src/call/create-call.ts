// Makes a call: connects the local state with the mesh of remote participants and with the own
// document. Media flows only between two participants who have both entered.
import {
  cleanName,
  type FeatureMessage,
  type ParticipantConstraints,
  type ParticipantState,
} from "@meetogram/contract";
import type { EndOfSeat, RoomState, SeatLoss } from "../signalling/signalling.ts";
import { systemClock } from "../platform/clock.ts";
import type { Call, CallEnd, CallOptions, CallProblem, CallSuspicion, SafetyCode } from "./call.ts";
import { limitCapture } from "./quality/resolution-ladder.ts";
import { queryHardwareCodecs } from "./negotiation/codec-preferences.ts";
import { createListeners } from "../platform/listeners.ts";
import type { FeatureSender } from "./features.ts";
import { byeReasons } from "./bye-reasons.ts";
import { createConnections } from "./connections.ts";
import { createMesh } from "./mesh/mesh.ts";
import { isBrowserOffline, readNetworkHints, watchNetwork } from "../platform/network-watch.ts";
import { createOwnDocument } from "./own-document.ts";
import type { CallParticipant } from "./mesh/participant-view.ts";
import { createLiveSafetyCode } from "./verification/live-safety-code.ts";
import { createSealedPost } from "./sealing/sealed-post.ts";
import { createScreenSharing } from "./screen-sharing.ts";
import { judgeSeatLoss } from "./seat-loss.ts";
import { watchFlood } from "./inbox-flood.ts";
import { createWaitingRoom, type Admission, type Knock } from "./waiting-room.ts";
import { writeSummary } from "./write-summary.ts";

export function createCall(options: CallOptions): Call {
  const { signalling, seal, media, clock = systemClock } = options;
  const { self } = signalling;
  const connections = createConnections(
    {
      iceServers: options.iceServers,
      bundlePolicy: "max-bundle",
      iceTransportPolicy: options.isAddressHidden ? "relay" : "all",
      ...(options.certificate && { certificates: [options.certificate] }),
    },
    options.createConnection ?? ((configuration) => new RTCPeerConnection(configuration)),
  );
  const controller = new AbortController();
  const { signal } = controller;
  const changed = createListeners<[readonly CallParticipant[]]>();
  const ended = createListeners<[CallEnd]>();
  const problems = createListeners<[CallProblem]>();
  const safetyCodes = createListeners<[SafetyCode]>();
  const featureMessages = createListeners<[FeatureSender, FeatureMessage]>();
  const reached = createListeners<[string]>();
  const suspicions = createListeners<[CallSuspicion, string]>();
  const admissions = createListeners<[Admission]>();
  const knocked = createListeners<[readonly Knock[]]>();
  let { constraints } = options;
  let name = cleanName(options.name);
  let hasEntered = false;
  /** Null before the first knock. */
  let hasKnocked: boolean | null = null;
  let isRestWanted = false;
  let isSoundBlocked = false;
  let recording: number | null = null;
  let isReachable = true;
  let enteredAt = 0;
  let isEndingForAll = false;
  let seatLoss: SeatLoss | null = null;

  void queryHardwareCodecs();
  const post = createSealedPost({
    signalling,
    seal,
    onSignal: (from, received, signer) => waitingRoom.handleSignal(from, received, signer),
    onRefused: (from) => suspicions.emit("signal-refused", from),
    signal,
  });
  watchFlood({ signalling, clock, onFlood: (from) => suspicions.emit("signal-flood", from), signal });
  const screenSharing = createScreenSharing({
    onChange() {
      mesh.replaceScreen();
      announce();
    },
    signal,
  });
  const ownDocument = createOwnDocument({
    signalling,
    seal,
    clock,
    hasEntered: () => hasEntered,
    hasKnocked: () => hasKnocked,
    onHeldBack() {
      hasEntered = false;
      hasKnocked = true;
      waitingRoom.review();
      // A host may have been faster.
      hasEntered = waitingRoom.admission === "admitted";
    },
    read: () => ({ constraints: ownConstraints(), name }),
    signal,
  });
  const mesh = createMesh({
    self: { ...self, signer: seal.signer },
    clock,
    createConnection: () => connections.create(),
    tracks: () => ({ audio: media.track("audio"), video: media.track("video") }),
    ownState,
    screen: () => screenSharing.screen,
    sendSignal: post.send,
    openName: post.openName,
    isSoundBlocked: () => isSoundBlocked,
    isOffline: isBrowserOffline,
    isReachable: () => isReachable,
    onPeers: (peers) => void media.limitPicture(limitCapture(peers)).then(() => mesh.adjust()),
    onVerification: (from, message) => safetyCode.handleMessage(from, message),
    onFeature: featureMessages.emit,
    onReached: reached.emit,
    onEnd: end,
    onRateLimited: () => problems.emit("rate-limited"),
    onChange(participants) {
      const present = participants.filter(({ status }) => status === "connected");
      signalling.noticePresent(new Set(present.map(({ participantID }) => participantID)));
      safetyCode.review();
      changed.emit(participants);
      reviewSeat();
    },
  });
  const safetyCode = createLiveSafetyCode({
    clock,
    seal,
    readMembers: () => mesh.members(),
    compared: options.compared ?? [],
    onChange: () => safetyCodes.emit(safetyCode.current),
    signal,
  });

  const waitingRoom = createWaitingRoom({
    self,
    isExpected: options.hasWaitingRoom ?? false,
    hasEntered: () => hasEntered,
    mesh: () => mesh,
    openName: post.openName,
    onAdmission(admission) {
      reviewRest();
      admissions.emit(admission);
    },
    onKnocks: () => knocked.emit(waitingRoom.knocks),
  });
  reviewRest();

  media.onTrack((kind, track) => mesh.replaceTrack(kind, track), { signal });
  signalling.onParticipants(waitingRoom.handleParticipants, { signal });
  signalling.onRoom(handleRoom, { signal });
  signalling.onReachability(handleReachability, { signal });
  signalling.onEnded((reason: EndOfSeat) => end(reason), { signal });
  signalling.onSeatLoss(handleSeatLoss, { signal });
  watchNetwork({ clock, hints: readNetworkHints(), onReturn: () => mesh.reconnectNow(), signal });

  function handleRoom(room: RoomState) {
    mesh.remove(room.removed);
    if (!signal.aborted) waitingRoom.handleRoom(room);
  }

  function reviewRest() {
    mesh.setResting(isRestWanted || waitingRoom.admission !== "admitted");
  }

  function handleReachability(reachable: boolean) {
    isReachable = reachable;
    if (isReachable) mesh.reconnectNow();
    problems.emit(isReachable ? "signalling-back" : "signalling-lost");
  }

  function handleSeatLoss(loss: SeatLoss | null) {
    seatLoss = loss;
    problems.emit(loss === null ? "seat-back" : "seat-lost");
    reviewSeat();
  }

  function reviewSeat() {
    const reason = judgeSeatLoss(seatLoss, hasEntered ? mesh.participants.length : 0);
    if (reason !== null) end(reason);
  }

  function ownState(): ParticipantState {
    return { type: "state", hasEntered, constraints: ownConstraints(), name, ...(recording !== null && { recording }) };
  }

  function ownConstraints(): ParticipantConstraints {
    return { ...constraints, screen: screenSharing.screen !== null };
  }

  function announce() {
    mesh.announceState();
    ownDocument.update();
  }

  function end(reason: CallEnd) {
    if (signal.aborted) return;
    controller.abort();
    screenSharing.stop();
    // The documents may be erased before the request is answered.
    if (isEndingForAll && (reason === "ended" || reason === "erased")) mesh.announceEnd();
    mesh.close(byeReasons[reason]);
    if (reason !== "left") signalling.close();
    ended.emit(isEndingForAll && reason === "ended" ? "erased" : reason);
  }

  return {
    participantID: self.participantID,
    isKeyed: seal.isKeyed,
    get safetyCode() {
      return safetyCode.current;
    },
    confirmSafetyCode: safetyCode.confirm,
    get compared() {
      return safetyCode.compared;
    },
    onSafetyCode: safetyCodes.add,
    features: {
      get reachable() {
        return signal.aborted ? [] : mesh.reachable();
      },
      send: mesh.sendFeature,
      openFileChannel: mesh.openFileChannel,
      onMessage: featureMessages.add,
      onReached: reached.add,
    },
    get hasEntered() {
      return hasEntered;
    },
    get participants() {
      return signal.aborted ? [] : mesh.participants;
    },
    setIceServers: connections.setIceServers,
    enter() {
      if (hasEntered || signal.aborted) return;
      hasEntered = true;
      enteredAt = clock.now();
      isRestWanted = false;
      if (waitingRoom.admission !== "admitted") waitingRoom.review();
      reviewRest();
      announce();
    },
    setConstraints(changedConstraints) {
      constraints = changedConstraints;
      announce();
    },
    setName(changedName) {
      name = cleanName(changedName);
      announce();
    },
    setRecording(changedRecording) {
      if (recording === changedRecording) return;
      recording = changedRecording;
      // No document says it: the server need not know.
      mesh.announceState();
    },
    get screen() {
      return screenSharing.screen;
    },
    setScreen: screenSharing.set,
    onScreen: screenSharing.onScreen,
    get admission() {
      return waitingRoom.admission;
    },
    onAdmission: admissions.add,
    knock(isAsking) {
      if (hasEntered || signal.aborted || isAsking === (hasKnocked ?? false)) return;
      hasKnocked = isAsking;
      ownDocument.update();
    },
    get knocks() {
      return signal.aborted ? [] : waitingRoom.knocks;
    },
    onKnocks: knocked.add,
    rest() {
      isRestWanted = !hasEntered;
      reviewRest();
    },
    wake() {
      signalling.wake();
      isRestWanted = false;
      reviewRest();
    },
    remove: (participantID) => mesh.remove([participantID]),
    async endForAll(erase) {
      isEndingForAll = true;
      try {
        await erase();
        end("erased");
      } finally {
        isEndingForAll = false;
      }
    },
    summary: () =>
      writeSummary({
        hasEntered,
        lastedMs: clock.now() - enteredAt,
        isKeyed: seal.isKeyed,
        participants: mesh.participants,
      }),
    setShownHeight: (participantID, heightPx) => mesh.setShownHeight(participantID, heightPx),
    setSoundBlocked(isBlocked) {
      isSoundBlocked = isBlocked;
    },
    async leave() {
      if (signal.aborted) return;
      end("left");
      await signalling.leave();
    },
    leaveNow() {
      if (signal.aborted) return;
      // First: of a page that is closed, Firefox 153 lost a third of the requests that came last.
      signalling.leaveNow();
      controller.abort();
      screenSharing.stop();
      mesh.close("closed");
    },
    onChange: changed.add,
    onEnded: ended.add,
    onProblem: problems.add,
    onSuspicion: suspicions.add,
  };
}
