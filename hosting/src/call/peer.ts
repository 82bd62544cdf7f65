// The connection to one page of one participant: negotiation, the control channel, media and signs of life. It is never revived:
// when it is of no more use it says so once, and whoever owns it makes another.
import type { ByeReason, ControlMessage, ParticipantState, Signal } from "@meetogram/contract";
import type { TrackKind } from "../media/local-media.ts";
import type { Clock } from "./clock.ts";
import { openControlChannel } from "./control-channel.ts";
import type { PeerFigures } from "./figures.ts";
import type { Hearing } from "./hearing.ts";
import { judgeLiveness, startPulse, type Liveness, type Pulse } from "./liveness.ts";
import { startNegotiation } from "./negotiation.ts";
import { createOutbox } from "./outbox.ts";
import { createPeerMedia, type Load } from "./peer-media.ts";
import { createRestarts } from "./restarts.ts";
import type { Tracks } from "./senders.ts";
import { readAudioLevel, watchSpeech } from "./speech.ts";
import { timings } from "./timings.ts";

/** "unanswered" and "failed": it never opened. "lost": no sign of life for too long. "closed": the other side ended it. */
export type PeerEnd = "unanswered" | "failed" | "lost" | "closed";

export interface PeerOptions {
  readonly connectionID: string;
  /** The other's seat, as far as it is known. */
  readonly seat: number;
  readonly ownSeat: number;
  readonly isPolite: boolean;
  readonly isBeginner: boolean;
  readonly answerWithinMs: number;
  readonly openWithinMs: number;
  readonly clock: Clock;
  readonly tracks: Tracks;
  createConnection: () => RTCPeerConnection;
  ownState: () => ParticipantState;
  load: () => Load;
  /** How high the other's picture is shown here; null when nobody has said. */
  shownHeightPx: () => number | null;
  /** What is shared of the own screen. */
  screen: () => MediaStream | null;
  isSoundBlocked: () => boolean;
  /** What is written to the server now will arrive soon. */
  isReachable: () => boolean;
  /** A signal that has to go through the server. */
  onSignal: (signal: Signal) => void;
  /** The channel has opened. */
  onOpen: () => void;
  /** Something shown of the other has changed. */
  onChange: () => void;
  onFigures: () => void;
  onBye: (reason: ByeReason) => void;
  onEnd: (end: PeerEnd) => void;
}

export interface Peer {
  readonly connectionID: string;
  readonly seat: number;
  /** Begun here. */
  readonly isOwn: boolean;
  readonly beganAtMs: number;
  readonly isAnswered: boolean;
  readonly isOpen: boolean;
  /** It was open once. */
  readonly wasOpen: boolean;
  readonly liveness: Liveness;
  readonly isDisconnected: boolean;
  readonly isSpeaking: boolean;
  readonly remoteState: ParticipantState | null;
  readonly figures: PeerFigures | null;
  readonly hearsMe: Hearing;
  readonly stream: MediaStream;
  /** What the other shares of its screen, with its sound. */
  readonly screen: MediaStream | null;
  readonly connection: RTCPeerConnection;
  /** One that came through the server. */
  handleSignal(signal: Signal): void;
  /** The own state has changed. */
  announceState(): void;
  /** The load has changed. */
  adjust(): void;
  /** `screen` has changed. */
  replaceScreen(): void;
  /** `shownHeightPx` has changed. */
  announceWish(): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  /** The network may be back: looks at once whether the other is there, and for another way when it is not. */
  hurry(): void;
  /** With a goodbye, or silently when the other side knows already. */
  close(bye?: ByeReason): void;
}

export function createPeer(options: PeerOptions): Peer {
  const { clock, connectionID, isPolite, isBeginner } = options;
  const controller = new AbortController();
  const { signal } = controller;
  const connection = options.createConnection();
  let remoteState: ParticipantState | null = null;
  let isAnswered = false;
  let pulse: Pulse | null = null;
  let liveness: Liveness = "alive";
  let isSpeaking = false;
  let detourUntil = Number.NEGATIVE_INFINITY;
  let graceUntil = Number.NEGATIVE_INFINITY;
  let cancelDeadline = clock.after(options.answerWithinMs, () => end("unanswered"));
  let cancelProbe = () => {};
  const restarts = createRestarts({
    clock,
    isPolite,
    isCut: () => pulse !== null && isDisconnected(),
    mayRestart: () => connection.signalingState === "stable" && options.isReachable(),
    restart: () => connection.restartIce(),
  });
  const media = createPeerMedia({
    connection,
    clock,
    tracks: options.tracks,
    load: options.load,
    isMeeting: () => options.ownState().hasEntered && remoteState?.hasEntered === true,
    isMuted: () => !options.ownState().constraints.audio,
    shownHeightPx: options.shownHeightPx,
    screen: options.screen,
    isSoundBlocked: options.isSoundBlocked,
    send: (message) => void channel.send(message),
    onTrack: options.onChange,
    onFigures: options.onFigures,
    signal,
  });

  const channel = openControlChannel(connection, {
    onOpen() {
      cancelDeadline();
      pulse = startPulse(clock, handleBeat);
      announceState();
      media.handleOpen();
      options.onOpen();
    },
    onMessage: handleMessage,
    onClose: () => end("closed"),
    signal,
  });

  const outbox = createOutbox({
    clock,
    isDirect,
    deliver(body) {
      const sent: Signal = { seat: options.ownSeat, connection: connectionID, ...body };
      if (!isDirect() || !channel.send({ type: "signal", signal: sent })) options.onSignal(sent);
    },
  });

  const negotiation = startNegotiation({
    connection,
    isPolite,
    isBeginner,
    outbox,
    prepareAnswer: () => media.adopt(),
    settleAnswer: () => media.attach(),
    onAnswered() {
      restarts.handleAgreement();
      graceUntil = clock.now() + timings.graceMs;
      if (isAnswered) return;
      isAnswered = true;
      cancelDeadline();
      if (!channel.isOpen) cancelDeadline = clock.after(options.openWithinMs, () => end("failed"));
      options.onChange();
    },
    onFailed: () => end("failed"),
    signal,
  });

  connection.addEventListener("connectionstatechange", handleConnectionState, { signal });
  const speech = watchSpeech({
    clock,
    readLevel: () => readAudioLevel(connection),
    onChange(changed) {
      isSpeaking = changed;
      options.onChange();
    },
  });
  if (isBeginner) media.add();

  // While a restart looks for another way, the connection that was there is "connecting".
  function isDisconnected() {
    const { connectionState } = connection;
    if (connectionState === "connecting") return pulse !== null;
    return connectionState === "disconnected" || connectionState === "failed";
  }

  // A channel that is open may still be cut off: what must arrive then goes through the server.
  function isDirect() {
    return channel.isOpen && liveness === "alive" && !isDisconnected() && clock.now() >= detourUntil;
  }

  function handleConnectionState() {
    if (connection.connectionState === "failed" && pulse === null) return end("failed");
    if (connection.connectionState === "connected" && pulse !== null) {
      graceUntil = clock.now() + timings.graceMs;
      // Speaks at once, so that what waits in the channel is not sent again only at its next turn.
      channel.send({ type: "ping", id: 0 });
    }
    review();
  }

  function handleBeat(count: number) {
    if (count % (timings.pingEveryMs / timings.beatMs) === 0) channel.send({ type: "ping", id: count });
    review();
  }

  function review() {
    if (pulse === null || signal.aborted) return;
    restarts.review();
    const current = judgeLiveness(pulse.sinceHeardMs, isDisconnected());
    if (current === "lost" && clock.now() >= graceUntil) return end("lost");
    const shown = current === "lost" ? "silent" : current;
    if (shown === liveness) return;
    liveness = shown;
    options.onChange();
  }

  function handleMessage(message: ControlMessage) {
    pulse?.heard();
    switch (message.type) {
      case "state":
        remoteState = message;
        media.adjust();
        options.onChange();
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
      case "ping":
        channel.send({ type: "pong", id: message.id });
        break;
      case "pong":
        break;
      case "bye":
        options.onBye(message.reason);
        break;
      default:
        message satisfies never;
    }
    review();
  }

  function announceState() {
    if (signal.aborted) return;
    channel.send(options.ownState());
    media.adjust();
  }

  function hurry() {
    if (pulse === null || signal.aborted) return;
    const { heardAtMs } = pulse;
    channel.send({ type: "ping", id: 0 });
    cancelProbe();
    cancelProbe = clock.after(timings.probeWithinMs, () => {
      if (pulse === null || pulse.heardAtMs > heardAtMs) return;
      detourUntil = clock.now() + timings.detourMs;
      restarts.hurry();
    });
  }

  function end(reason: PeerEnd) {
    if (signal.aborted) return;
    close();
    options.onEnd(reason);
  }

  function close(bye?: ByeReason) {
    if (signal.aborted) return;
    controller.abort();
    cancelDeadline();
    cancelProbe();
    pulse?.stop();
    speech.stop();
    outbox.close();
    media.close();
    // A connection closed at once takes its last message along: the other side closes when it has read it.
    if (bye === undefined || !channel.send({ type: "bye", reason: bye })) return connection.close();
    const cancel = clock.after(timings.lingerMs, () => connection.close());
    channel.whenClosed(() => {
      cancel();
      connection.close();
    });
  }

  return {
    connectionID,
    seat: options.seat,
    stream: media.stream,
    connection,
    isOwn: isBeginner,
    beganAtMs: clock.now(),
    get wasOpen() {
      return pulse !== null;
    },
    get isAnswered() {
      return isAnswered;
    },
    get isOpen() {
      return channel.isOpen;
    },
    get liveness() {
      return liveness;
    },
    get isDisconnected() {
      return isDisconnected();
    },
    get isSpeaking() {
      return isSpeaking;
    },
    get remoteState() {
      return remoteState;
    },
    handleSignal(received) {
      if (channel.isOpen) detourUntil = clock.now() + timings.detourMs;
      negotiation.handleSignal(received);
    },
    get figures() {
      return media.figures;
    },
    get hearsMe() {
      return media.hearsMe;
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
    hurry,
    close,
  };
}
