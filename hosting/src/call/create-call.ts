// Makes a call: connects the local state with the mesh of remote participants and with the own
// document. Media flows only between two participants who have both entered.
import type { EndOfSeat, RoomState, SeatLoss } from "../signalling/signalling.ts";
import { systemClock } from "../platform/clock.ts";
import type { Call, CallEnd, CallOptions } from "./call.ts";
import { createCallEvents } from "./call-events.ts";
import { limitCapture } from "./quality/resolution-ladder.ts";
import { queryHardwareCodecs } from "./negotiation/codec-preferences.ts";
import { byeReasons } from "./bye-reasons.ts";
import { createConnections } from "./connections.ts";
import { createMesh } from "./mesh/mesh.ts";
import { isBrowserOffline, readNetworkHints, watchNetwork } from "../platform/network-watch.ts";
import { createOwnState } from "./own-state.ts";
import { createLiveSafetyCode } from "./verification/live-safety-code.ts";
import { createSealedPost } from "./sealing/sealed-post.ts";
import { createScreenSharing } from "./screen-sharing.ts";
import { judgeSeatLoss } from "./seat-loss.ts";
import { watchFlood } from "./inbox-flood.ts";
import { createWaitingRoom } from "./waiting-room.ts";
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
  const events = createCallEvents();
  let isRestWanted = false;
  let isSoundBlocked = false;
  let isReachable = true;
  let enteredAt = 0;
  let isEndingForAll = false;
  let seatLoss: SeatLoss | null = null;

  void queryHardwareCodecs();
  const post = createSealedPost({
    signalling,
    seal,
    onSignal: (from, received, signer) => waitingRoom.handleSignal(from, received, signer),
    onRefused: (from) => events.suspicions.emit("signal-refused", from),
    signal,
  });
  watchFlood({ signalling, clock, onFlood: (from) => events.suspicions.emit("signal-flood", from), signal });
  const screenSharing = createScreenSharing({
    onChange() {
      mesh.replaceScreen();
      own.announce();
    },
    signal,
  });
  const own = createOwnState({
    signalling,
    seal,
    clock,
    constraints: options.constraints,
    name: options.name,
    isScreenShared: () => screenSharing.screen !== null,
    onHeldBack() {
      waitingRoom.review();
      // A host may have been faster.
      return waitingRoom.admission === "admitted";
    },
    tell: () => mesh.announceState(),
    signal,
  });
  const mesh = createMesh({
    self: { ...self, signer: seal.signer },
    clock,
    createConnection: () => connections.create(),
    tracks: () => ({ audio: media.track("audio"), video: media.track("video") }),
    ownState: own.read,
    screen: () => screenSharing.screen,
    sendSignal: post.send,
    openName: post.openName,
    isSoundBlocked: () => isSoundBlocked,
    isOffline: isBrowserOffline,
    isReachable: () => isReachable,
    onPeers: (peers) => void media.limitPicture(limitCapture(peers)).then(() => mesh.adjust()),
    onVerification: (from, message) => safetyCode.handleMessage(from, message),
    onFeature: events.featureMessages.emit,
    onReached: events.reached.emit,
    onEnd: end,
    onRateLimited: () => events.problems.emit("rate-limited"),
    onChange(participants) {
      const present = participants.filter(({ status }) => status === "connected");
      signalling.noticePresent(new Set(present.map(({ participantID }) => participantID)));
      safetyCode.review();
      events.changed.emit(participants);
      reviewSeat();
    },
  });
  const safetyCode = createLiveSafetyCode({
    clock,
    seal,
    readMembers: () => mesh.members(),
    compared: options.compared ?? [],
    onChange: () => events.safetyCodes.emit(safetyCode.current),
    signal,
  });

  const waitingRoom = createWaitingRoom({
    self,
    isExpected: options.hasWaitingRoom ?? false,
    hasEntered: () => own.hasEntered,
    mesh: () => mesh,
    openName: post.openName,
    onAdmission(admission) {
      reviewRest();
      events.admissions.emit(admission);
    },
    onKnocks: () => events.knocked.emit(waitingRoom.knocks),
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
    events.problems.emit(isReachable ? "signalling-back" : "signalling-lost");
  }

  function handleSeatLoss(loss: SeatLoss | null) {
    seatLoss = loss;
    events.problems.emit(loss === null ? "seat-back" : "seat-lost");
    reviewSeat();
  }

  function reviewSeat() {
    const reason = judgeSeatLoss(seatLoss, own.hasEntered ? mesh.participants.length : 0);
    if (reason !== null) end(reason);
  }

  function end(reason: CallEnd) {
    if (signal.aborted) return;
    controller.abort();
    screenSharing.stop();
    // The documents may be erased before the request is answered.
    if (isEndingForAll && (reason === "ended" || reason === "erased")) mesh.announceEnd();
    mesh.close(byeReasons[reason]);
    if (reason !== "left") signalling.close();
    events.ended.emit(isEndingForAll && reason === "ended" ? "erased" : reason);
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
    onSafetyCode: events.safetyCodes.add,
    features: {
      get reachable() {
        return signal.aborted ? [] : mesh.reachable();
      },
      send: mesh.sendFeature,
      openFileChannel: mesh.openFileChannel,
      onMessage: events.featureMessages.add,
      onReached: events.reached.add,
    },
    get hasEntered() {
      return own.hasEntered;
    },
    get participants() {
      return signal.aborted ? [] : mesh.participants;
    },
    setIceServers: connections.setIceServers,
    enter() {
      if (own.hasEntered || signal.aborted) return;
      own.enter();
      enteredAt = clock.now();
      isRestWanted = false;
      if (waitingRoom.admission !== "admitted") waitingRoom.review();
      reviewRest();
      own.announce();
    },
    setConstraints: own.setConstraints,
    setName: own.setName,
    setRecording: own.setRecording,
    get screen() {
      return screenSharing.screen;
    },
    setScreen: screenSharing.set,
    onScreen: screenSharing.onScreen,
    get admission() {
      return waitingRoom.admission;
    },
    onAdmission: events.admissions.add,
    knock(isAsking) {
      if (!signal.aborted) own.knock(isAsking);
    },
    get knocks() {
      return signal.aborted ? [] : waitingRoom.knocks;
    },
    onKnocks: events.knocked.add,
    rest() {
      isRestWanted = !own.hasEntered;
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
        hasEntered: own.hasEntered,
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
    onChange: events.changed.add,
    onEnded: events.ended.add,
    onProblem: events.problems.add,
    onSuspicion: events.suspicions.add,
  };
}
