// A call: what oneself is and does, towards the mesh of the others and towards one's seat. Media flows only between two who have both
// entered, and entering waits for nothing.
import type { ByeReason, ParticipantConstraints, ParticipantState } from "@meetogram/contract";
import type { LocalMedia } from "../media/local-media.ts";
import type { EndOfSeat, Signalling } from "../signalling/signalling.ts";
import { systemClock, type Clock } from "./clock.ts";
import { limitCapture } from "./ladder.ts";
import { askForHardware } from "./codec-preferences.ts";
import { createListeners } from "./listeners.ts";
import { createMesh } from "./mesh.ts";
import { isBrowserOffline, readNetworkSigns, watchNetwork } from "./network-watch.ts";
import { createOwnDocument } from "./own-document.ts";
import type { CallParticipant } from "./participant-view.ts";
import type { Seal } from "./seal.ts";
import { createSealedPost } from "./sealed-post.ts";
import { createSharing } from "./sharing.ts";
import { writeSummary } from "./write-summary.ts";

export type { SilenceCause } from "./explain-silence.ts";
export type { PeerFigures } from "./figures.ts";
export type { Hearing } from "./hearing.ts";
export type { CallParticipant } from "./participant-view.ts";

/** "left": oneself. "moved": to another tab. "expired": the room, or the own seat after too long a silence. */
export type CallEnd = "left" | "removed" | "moved" | "expired";

/** "signal-refused": a message that nobody in this room has sealed; one with another link's key, or tampered with. */
export type CallProblem = "signalling-lost" | "signalling-back" | "signal-refused";

export interface CallOptions {
  signalling: Signalling;
  seal: Seal;
  media: LocalMedia;
  constraints: ParticipantConstraints;
  name: string;
  iceServers: RTCIceServer[];
  /** Only relays are used, from the first packet on, so that nobody learns this device's address. */
  isAddressHidden?: boolean;
  clock?: Clock;
  createConnection?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

export interface Call {
  readonly participantID: string;
  readonly hasEntered: boolean;
  /** False when the link has no key: whoever runs the server is then trusted with what passes through it. */
  readonly isKeyed: boolean;
  /** Four emoji, the same for everybody who came by the same link: to be compared aloud. */
  readonly safetyCode: string;
  /** The others; a new array after each change, the objects of those unchanged stay the same. */
  readonly participants: readonly CallParticipant[];
  /** The Connect press. Synchronous: media flows at once with everyone connected already, the rest follows by itself. */
  enter(): void;
  /** Tells the others; the devices are LocalMedia's, and `screen` is what `setScreen` makes it. */
  setConstraints(constraints: ParticipantConstraints): void;
  setName(name: string): void;
  /** What is shared of the screen, if anything; null again when the person stopped it in the browser. */
  readonly screen: MediaStream | null;
  /** Shares it with its sound, or nothing any more. The tracks are the call's from then on: it stops them. */
  setScreen(screen: MediaStream | null): void;
  onScreen(listener: (screen: MediaStream | null) => void, options: { signal: AbortSignal }): void;
  /** How high a participant's picture is shown here, in device pixels: it then sends no more than that. 0: not shown; null: unknown. */
  setShownHeight(participantID: string, heightPx: number | null): void;
  /** The browser does not let this page play sound (yet): the others are told that they are not heard. */
  setSoundBlocked(isBlocked: boolean): void;
  /** For a tab that waits unseen: lets its connections go. Does nothing once entered. */
  rest(): void;
  /** Takes them up again; entering does so too. */
  wake(): void;
  /** The call as text for a bug report: no names, no addresses. */
  summary(): string;
  /** Says goodbye and gives the seat up. */
  leave(): Promise<void>;
  /** The same for `pagehide`. */
  leaveNow(): void;
  onChange(listener: (participants: readonly CallParticipant[]) => void, options: { signal: AbortSignal }): void;
  onEnded(listener: (reason: CallEnd) => void, options: { signal: AbortSignal }): void;
  onProblem(listener: (problem: CallProblem) => void, options: { signal: AbortSignal }): void;
}

const goodbyes = {
  left: "left",
  removed: "removed",
  moved: "moved",
  expired: "removed",
} as const satisfies Record<CallEnd, ByeReason>;

export function createCall(options: CallOptions): Call {
  const { signalling, seal, media, clock = systemClock } = options;
  const { self } = signalling;
  const createConnection = options.createConnection ?? ((configuration) => new RTCPeerConnection(configuration));
  const configuration: RTCConfiguration = {
    iceServers: options.iceServers,
    bundlePolicy: "max-bundle",
    iceTransportPolicy: options.isAddressHidden ? "relay" : "all",
  };
  const controller = new AbortController();
  const { signal } = controller;
  const changed = createListeners<[readonly CallParticipant[]]>();
  const ended = createListeners<[CallEnd]>();
  const problems = createListeners<[CallProblem]>();
  let { constraints, name } = options;
  let hasEntered = false;
  let isSoundBlocked = false;
  let isReachable = true;
  let enteredAt = 0;

  void askForHardware();
  const post = createSealedPost({
    signalling,
    seal,
    onSignal: (from, received) => mesh.handleSignal(from, received),
    onRefused: () => problems.emit("signal-refused"),
    signal,
  });
  const sharing = createSharing({
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
    read: () => ({ constraints: ownConstraints(), name }),
    onRefused: () => end("expired"),
    signal,
  });
  const mesh = createMesh({
    self,
    clock,
    createConnection: () => createConnection(configuration),
    tracks: () => ({ audio: media.track("audio"), video: media.track("video") }),
    ownState,
    screen: () => sharing.screen,
    sendSignal: post.send,
    openName: post.openName,
    isSoundBlocked: () => isSoundBlocked,
    isNetworkLost: () => !isReachable || isBrowserOffline(),
    isReachable: () => isReachable,
    onPeers: (peers) => void media.limitPicture(limitCapture(peers)).then(() => mesh.adjust()),
    onChange: (participants) => changed.emit(participants),
  });

  media.onTrack((kind, track) => mesh.replaceTrack(kind, track), { signal });
  signalling.onParticipants((participants) => mesh.handleParticipants(participants), { signal });
  signalling.onReachability(handleReachability, { signal });
  signalling.onEnded((reason: EndOfSeat) => end(reason), { signal });
  watchNetwork({ clock, signs: readNetworkSigns(), onReturn: () => mesh.hurry(), signal });

  function handleReachability(reachable: boolean) {
    isReachable = reachable;
    if (isReachable) mesh.hurry();
    problems.emit(isReachable ? "signalling-back" : "signalling-lost");
  }

  function ownState(): ParticipantState {
    return { type: "state", hasEntered, constraints: ownConstraints(), name };
  }

  function ownConstraints(): ParticipantConstraints {
    return { ...constraints, screen: sharing.screen !== null };
  }

  function announce() {
    mesh.announceState();
    ownDocument.update();
  }

  function end(reason: CallEnd) {
    if (signal.aborted) return;
    controller.abort();
    sharing.stop();
    mesh.close(goodbyes[reason]);
    if (reason !== "left") signalling.close();
    ended.emit(reason);
  }

  return {
    participantID: self.participantID,
    isKeyed: seal.isKeyed,
    safetyCode: seal.safetyCode,
    get hasEntered() {
      return hasEntered;
    },
    get participants() {
      return signal.aborted ? [] : mesh.participants;
    },
    enter() {
      if (hasEntered || signal.aborted) return;
      hasEntered = true;
      enteredAt = clock.now();
      mesh.setResting(false);
      announce();
    },
    setConstraints(changedConstraints) {
      constraints = changedConstraints;
      announce();
    },
    setName(changedName) {
      name = changedName;
      announce();
    },
    get screen() {
      return sharing.screen;
    },
    setScreen: sharing.set,
    onScreen: sharing.onScreen,
    rest() {
      if (!hasEntered) mesh.setResting(true);
    },
    wake: () => mesh.setResting(false),
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
      controller.abort();
      sharing.stop();
      mesh.close("closed");
      signalling.leaveNow();
    },
    onChange: changed.add,
    onEnded: ended.add,
    onProblem: problems.add,
  };
}
