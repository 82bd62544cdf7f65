// The page of one participant in the browser suites: the real call and the real devices, with a
// signalling that Node relays.
import type { Call, CallEnd, CallParticipant, CallProblem, CallSuspicion } from "../../../src/call/call.ts";
import { createCall } from "../../../src/call/create-call.ts";
import { createListeners } from "../../../src/platform/listeners.ts";
import { createSeal } from "../../../src/call/sealing/seal.ts";
import { createLocalMedia } from "../../../src/media/create-local-media.ts";
import type { LocalMedia } from "../../../src/media/local-media.ts";
import { captureScreen } from "../../../src/media/screen-capture.ts";
import type {
  EndOfSeat,
  RoomState,
  SeatedParticipant,
  SeatLoss,
  Signalling,
} from "../../../src/signalling/signalling.ts";

export type RelayedEvent =
  | { type: "participants"; participants: readonly SeatedParticipant[] }
  | { type: "message"; message: { from: string; payload: string } }
  | { type: "ended"; reason: EndOfSeat }
  | { type: "lost"; loss: SeatLoss | null }
  | { type: "reachability"; isReachable: boolean }
  | { type: "room"; room: RoomState };

export interface StartOptions {
  self: Signalling["self"];
  room: string;
  key: number[];
  name: string;
  capture: { width: number; height: number; frameRate: number };
  devices: { audio: boolean; video: boolean };
  isAddressHidden: boolean;
}

export interface ParticipantReport {
  participantID: string;
  name: string;
  status: string;
  cause: string | null;
  constraints: { audio: boolean; video: boolean; screen: boolean };
  isSpeaking: boolean;
  hearsMe: string;
  /** Of the shared screen. Null when nothing is shared. */
  screen: { framesPresented: number; kinds: string[]; height: number } | null;
  stats: CallParticipant["stats"];
  framesPresented: number;
  firstFrameAt: number | null;
}

export interface ConnectionReport {
  state: string;
  framesDecoded: number;
  framesSent: number;
  audioEnergy: number;
  packetsSent: number;
  packetsReceived: number;
  /** Of the newest frame, in pixels. */
  heightReceived: number;
  videoPacketsSent: number;
  audioPacketsSent: number;
  audioBytesSent: number;
  /**
   * The microphone is attached, so it may be heard, whatever the browser makes of an inactive
   * encoding.
   */
  hasMicrophone: boolean;
  /** Local candidates in the description. */
  candidates: number;
  /** The codecs in use, "audio/opus minptime=10;..." */
  codecs: string[];
  /** As negotiated. The first one is used. */
  audioCodecs: string[];
  /** Of the local description without its candidates. */
  descriptionLength: number;
}

export interface TestPage {
  start(options: StartOptions): Promise<void>;
  deliver(event: RelayedEvent): void;
  enter(): void;
  report(): ParticipantReport[];
  /** Connections that are not closed. */
  connections(): Promise<ConnectionReport[]>;
  /** How many connections were ever made. */
  readonly connectionsMade: number;
  readonly enteredAt: number;
  readonly problems: (CallProblem | CallSuspicion)[];
  readonly endReason: CallEnd | null;
  /** Shares this very page, which changes its colour all the time. */
  shareScreen(): Promise<void>;
  readonly call: Call;
  readonly media: LocalMedia;
}

declare global {
  interface Window {
    relay(method: "listen" | "send" | "update" | "leave", ...args: unknown[]): Promise<void>;
    meetogram: TestPage;
  }
}

let call: Call;
let media: LocalMedia;
let enteredAt = 0;
let endReason: CallEnd | null = null;
const problems: (CallProblem | CallSuspicion)[] = [];
const connections: RTCPeerConnection[] = [];
const videos = new Map<string, { element: HTMLVideoElement; presented: number; firstFrameAt: number | null }>();
const participants = createListeners<[readonly SeatedParticipant[]]>();
const messages = createListeners<[{ from: string; payload: string }]>();
const ended = createListeners<[EndOfSeat]>();
const losses = createListeners<[SeatLoss | null]>();
const reachability = createListeners<[boolean]>();
const rooms = createListeners<[RoomState]>();

function createRelayedSignalling(self: Signalling["self"]): Signalling {
  return {
    self,
    onParticipants: participants.add,
    onMessage: messages.add,
    onEnded: ended.add,
    onSeatLoss: losses.add,
    onReachability: reachability.add,
    onRoom: rooms.add,
    async setLocked() {},
    async setWaitingRoom() {},
    async admit() {},
    noticePresent() {},
    wake() {},
    send: (to, payload) => window.relay("send", to, payload),
    update: (changes) => window.relay("update", changes),
    leave: () => window.relay("leave"),
    leaveNow: () => void window.relay("leave"),
    close() {},
  };
}

function show() {
  for (const { participantID, stream, screen } of call.participants) {
    showStream(participantID, stream);
    if (screen !== null) showStream(`${participantID} screen`, screen);
  }
}

function showStream(participantID: string, stream: MediaStream) {
  const shown = videos.get(participantID);
  if (shown?.element.srcObject === stream) return;
  shown?.element.remove();
  const element = document.createElement("video");
  element.autoplay = true;
  element.playsInline = true;
  element.srcObject = stream;
  document.body.append(element);
  const video = { element, presented: 0, firstFrameAt: null as number | null };
  const count = (now: number) => {
    video.presented++;
    video.firstFrameAt ??= now;
    element.requestVideoFrameCallback(count);
  };
  element.requestVideoFrameCallback(count);
  videos.set(participantID, video);
}

window.meetogram = {
  async start({ self, room, key, name, capture, devices, isAddressHidden }) {
    const { width, height, frameRate } = capture;
    media = createLocalMedia({ capture: { video: { width, height, frameRate }, audio: { echoCancellation: false } } });
    await media.open(devices);
    const seal = await createSeal({ uuid: room, key: Uint8Array.from(key) });
    call = createCall({
      signalling: createRelayedSignalling(self),
      seal,
      media,
      name,
      constraints: { ...devices, screen: false },
      iceServers: [],
      isAddressHidden,
      createConnection(configuration) {
        const connection = new RTCPeerConnection(configuration);
        connections.push(connection);
        return connection;
      },
    });
    const { signal } = new AbortController();
    call.onChange(show, { signal });
    call.onProblem((problem) => problems.push(problem), { signal });
    call.onSuspicion((suspicion) => problems.push(suspicion), { signal });
    call.onEnded((reason) => (endReason = reason), { signal });
    addEventListener("pagehide", () => call.leaveNow());
    await window.relay("listen");
  },
  deliver(event) {
    switch (event.type) {
      case "participants":
        return participants.emit(event.participants);
      case "message":
        return messages.emit(event.message);
      case "ended":
        return ended.emit(event.reason);
      case "lost":
        return losses.emit(event.loss);
      case "reachability":
        return reachability.emit(event.isReachable);
      case "room":
        return rooms.emit(event.room);
      default:
        event satisfies never;
    }
  },
  enter() {
    enteredAt = performance.now();
    call.enter();
  },
  report: () =>
    call.participants.map(
      ({ participantID, name, status, cause, constraints, isSpeaking, hearsMe, stats, screen }) => ({
        participantID,
        name,
        status,
        cause,
        constraints,
        isSpeaking,
        hearsMe,
        stats,
        screen: screen && {
          framesPresented: videos.get(`${participantID} screen`)?.presented ?? 0,
          height: videos.get(`${participantID} screen`)?.element.videoHeight ?? 0,
          kinds: screen.getTracks().map(({ kind }) => kind),
        },
        framesPresented: videos.get(participantID)?.presented ?? 0,
        firstFrameAt: videos.get(participantID)?.firstFrameAt ?? null,
      }),
    ),
  get connectionsMade() {
    return connections.length;
  },
  connections: () =>
    Promise.all(
      connections
        .filter(({ connectionState }) => connectionState !== "closed")
        .map(async (connection) => {
          const report = {
            framesDecoded: 0,
            framesSent: 0,
            audioEnergy: 0,
            packetsSent: 0,
            packetsReceived: 0,
            heightReceived: 0,
            videoPacketsSent: 0,
            audioPacketsSent: 0,
            audioBytesSent: 0,
            codecs: [] as string[],
          };
          const stats = await connection.getStats();
          for (const stat of stats.values()) {
            if (stat.type === "inbound-rtp") {
              report.packetsReceived += stat.packetsReceived;
              report.heightReceived = Math.max(report.heightReceived, stat.frameHeight ?? 0);
              report.framesDecoded += stat.framesDecoded ?? 0;
              report.audioEnergy += stat.totalAudioEnergy ?? 0;
            } else if (stat.type === "outbound-rtp") {
              report.packetsSent += stat.packetsSent;
              const codec = stats.get(stat.codecId);
              if (codec !== undefined) report.codecs.push(`${codec.mimeType} ${codec.sdpFmtpLine ?? ""}`.trim());
              if (stat.kind === "audio") {
                report.audioPacketsSent += stat.packetsSent;
                report.audioBytesSent += stat.bytesSent;
              }
              if (stat.kind === "video") report.videoPacketsSent += stat.packetsSent;
              report.framesSent += stat.framesSent ?? 0;
            }
          }
          const sdp = connection.localDescription?.sdp ?? "";
          const candidates = sdp.match(/^a=candidate/gm)?.length ?? 0;
          const descriptionLength = sdp.replace(/^a=candidate.*\r\n/gm, "").length;
          const [microphone] = connection.getSenders();
          const audioCodecs = microphone?.getParameters().codecs.map(({ mimeType }) => mimeType) ?? [];
          const hasMicrophone = microphone !== undefined && microphone.track !== null;
          const own = { candidates, descriptionLength, audioCodecs, hasMicrophone };
          return { state: connection.connectionState, ...own, ...report };
        }),
    ),
  async shareScreen() {
    let hue = 0;
    const paint = () => {
      document.body.style.background = `hsl(${(hue += 20)} 90% 50%)`;
      requestAnimationFrame(paint);
    };
    paint();
    const options = { preferCurrentTab: true, selfBrowserSurface: "include" };
    call.setScreen(await captureScreen(options as DisplayMediaStreamOptions));
  },
  get enteredAt() {
    return enteredAt;
  },
  get problems() {
    return problems;
  },
  get endReason() {
    return endReason;
  },
  get call() {
    return call;
  },
  get media() {
    return media;
  },
};
