// The media of one connection: what is sent and how large, what arrives, and whether the remote
// participant hears it. Media is sent only while both have entered.
import type { ControlMessage, ReceptionReport } from "@meetogram/contract";
import type { TrackKind } from "../../media/local-media.ts";
import type { Clock } from "../../platform/clock.ts";
import { judgeAudioFirst, limitAudioBps, noPause } from "./audio-first.ts";
import type { SendPlan } from "./encoding.ts";
import type { PeerStats } from "../statistics/connection-stats.ts";
import { judgeHearing, noHearing, type Hearing } from "../statistics/hearing.ts";
import { limitCamera, limitScreen, trialCamera, type VideoLimits } from "./resolution-ladder.ts";
import { startSmall, startStepsMs } from "./start-small.ts";
import { createSenders, type Tracks } from "./senders.ts";
import { watchStats } from "../statistics/stats-watch.ts";
import { isBandwidthShort, judgeOverload, noOverload } from "./cpu-overuse.ts";

/** What all connections together demand of this device. */
export interface Load {
  /** The number of participants media is sent to. */
  readonly peers: number;
  /** Steps down the ladder because the CPU is overused. */
  readonly stepsDown: number;
  readonly isScreenShared: boolean;
}

export interface PeerMediaOptions {
  readonly connection: RTCPeerConnection;
  readonly clock: Clock;
  readonly tracks: Tracks;
  load: () => Load;
  /** Both have entered. */
  haveBothEntered: () => boolean;
  isMuted: () => boolean;
  isCameraOn: () => boolean;
  /** How high the remote participant's video is shown here. Null when nobody has said. */
  shownHeightPx: () => number | null;
  /** The local shared screen. */
  screen: () => MediaStream | null;
  isSoundBlocked: () => boolean;
  send: (message: ControlMessage) => void;
  onTrack: () => void;
  onRawStats: (stats: RTCStatsReport, elapsedMs: number) => void;
  onStats: () => void;
  signal: AbortSignal;
}

export interface PeerMedia {
  readonly stream: MediaStream;
  readonly screen: MediaStream;
  readonly stats: PeerStats | null;
  readonly hearsMe: Hearing;
  /** The network carries no picture to the remote participant. */
  readonly isOwnCameraPaused: boolean;
  /** The remote side says so of its own. */
  readonly isCameraPaused: boolean;
  /** By the initiator, before the offer. */
  addTransceivers(): void;
  /** By the answerer, between offer and answer. */
  adoptTransceivers(): void;
  /** By the answerer, after the answer is set. */
  attachTracks(): Promise<void>;
  handleOpen(): void;
  handleWish(cameraHeightPx: number | null): void;
  handleReport(report: ReceptionReport): void;
  /** The load has changed, or whether both have entered. */
  adjust(): void;
  announceWish(): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  replaceScreen(): void;
  close(): void;
}

/** The first transceivers of a connection. All later ones belong to screens. */
const cameraAndMicrophone = 2;

export function createPeerMedia(options: PeerMediaOptions): PeerMedia {
  const { connection, clock, send, signal } = options;
  const stream = new MediaStream();
  const screen = new MediaStream();
  let wishedHeightPx: number | null = null;
  let stats: PeerStats | null = null;
  let bandwidthOverload = noOverload;
  let audioFirst = noPause;
  let isCameraPaused = false;
  let judged = noHearing;
  /** When both had entered. Null before. */
  let startedAt: number | null = null;
  const senders = createSenders(connection, options.tracks, plan());

  connection.addEventListener(
    "track",
    ({ track, transceiver }) => {
      const isScreen = connection.getTransceivers().indexOf(transceiver) >= cameraAndMicrophone;
      (isScreen ? screen : stream).addTrack(track);
      options.onTrack();
    },
    { signal },
  );

  function limit() {
    const { peers, stepsDown, isScreenShared } = options.load();
    const allStepsDown = stepsDown + bandwidthOverload.stepsDown;
    return {
      peers,
      allStepsDown,
      camera: limitCamera({ peers, stepsDown: allStepsDown, wishedHeightPx, isScreenShared }),
    };
  }

  function limitToNetwork(camera: VideoLimits | null) {
    if (camera === null || audioFirst.phase === "paused") return null;
    if (audioFirst.phase === "trial") return trialCamera;
    return startSmall(camera, startedAt === null ? 0 : clock.now() - startedAt);
  }

  function plan(): SendPlan {
    const { peers, allStepsDown, camera } = limit();
    return {
      isActive: options.haveBothEntered(),
      isMuted: options.isMuted(),
      audioBitrateBps: limitAudioBps(audioFirst, stats?.availableBps ?? null),
      camera: limitToNetwork(camera),
      screen: limitScreen({ peers, stepsDown: allStepsDown }),
    };
  }

  function adjust() {
    if (signal.aborted) return;
    if (startedAt === null && options.haveBothEntered()) start();
    senders.apply(plan());
  }

  function start() {
    startedAt = clock.now();
    for (const stepMs of startStepsMs) clock.after(stepMs, adjust);
  }

  function handleStats(read: PeerStats) {
    stats = read;
    const { isActive, camera } = plan();
    bandwidthOverload = judgeOverload(
      bandwidthOverload,
      isActive && isBandwidthShort(read, camera?.maxBitrateBps ?? 0),
      clock.now(),
    );
    if (isActive) audioFirst = judgeAudioFirst(audioFirst, read, isCameraWanted(), clock.now());
    adjust();
    if (isActive) {
      const { audio, framesPerSecond, lossRatio, roundTripMs, isRelayed } = read;
      const isSoundBlocked = options.isSoundBlocked();
      const pause = isOwnCameraPaused() ? { isCameraPaused: true } : {};
      send({ type: "report", audio, isSoundBlocked, framesPerSecond, lossRatio, roundTripMs, isRelayed, ...pause });
    }
    options.onStats();
  }

  /** It is on, and shown there. */
  function isCameraWanted() {
    return options.isCameraOn() && limit().camera !== null;
  }

  function isOwnCameraPaused() {
    return audioFirst.phase !== "both" && isCameraWanted();
  }

  function announceWish() {
    send({ type: "wish", cameraHeight: options.shownHeightPx() });
  }

  return {
    stream,
    screen,
    get stats() {
      return stats;
    },
    get hearsMe() {
      return judged.hearing;
    },
    get isOwnCameraPaused() {
      return isOwnCameraPaused();
    },
    get isCameraPaused() {
      return isCameraPaused;
    },
    addTransceivers: senders.addTransceivers,
    adoptTransceivers: senders.adoptTransceivers,
    attachTracks: senders.attachTracks,
    handleOpen() {
      if (options.shownHeightPx() !== null) announceWish();
      if (options.screen() !== null) senders.setScreen(options.screen());
      watchStats({ clock, connection, onRawStats: options.onRawStats, onStats: handleStats, signal });
    },
    handleWish(cameraHeightPx) {
      wishedHeightPx = cameraHeightPx;
      adjust();
    },
    handleReport(report) {
      isCameraPaused = report.isCameraPaused === true;
      judged = judgeHearing(judged, {
        report,
        isMicrophoneLoud: stats?.isMicrophoneLoud === true,
        isMuted: options.isMuted(),
      });
    },
    adjust,
    announceWish,
    replaceTrack: senders.replaceTrack,
    replaceScreen: () => senders.setScreen(options.screen()),
    close() {
      senders.close();
      for (const received of [stream, screen]) for (const track of received.getTracks()) received.removeTrack(track);
    },
  };
}
