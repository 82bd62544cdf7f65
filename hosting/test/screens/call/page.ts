// The page of the call's suites: the real call screen with the real devices, among people who are
// nowhere. Their pictures are drawn here.
import { computed, createApp, h, provide, ref, shallowRef, watchEffect } from "vue";
import "../../../src/ui/start.css";
import type { FeatureMessage } from "@meetogram/contract";
import { createScreenSharing } from "../../../src/call/screen-sharing.ts";
import type { Call, CallParticipant, Features, FileChannel, Knock } from "../../../src/call/call.ts";
import { useLocalMedia } from "../../../src/meeting/useLocalMedia.ts";
import { meetingKey, type Meeting } from "../../../src/meeting/useMeeting.ts";
import { useScreenShare } from "../../../src/meeting/useScreenShare.ts";
import { usePopups } from "../../../src/popups/usePopups.ts";
import { clockNow } from "../../../src/platform/page-time.ts";
import type { Problem } from "../../../src/popups/problem.ts";
import { createListeners } from "../../../src/platform/listeners.ts";
import KeptRecordings from "../../../src/recording/KeptRecordings.vue";
import { readLanguage } from "../../../src/messages/language.ts";
import { loadMessages } from "../../../src/messages/load-messages.ts";
import { languages } from "../../../src/messages/start.ts";
import { setLanguage } from "../../../src/messages/useLanguage.ts";
import { useKept } from "../../../src/recording/useKept.ts";
import CallView from "../../../src/screens/call/CallView.vue";
import { loadRestOfCall } from "../../../src/screens/call/load-rest.ts";
import LobbyView from "../../../src/screens/lobby/LobbyView.vue";

export interface TestPerson {
  readonly name: string;
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly isSpeaking?: boolean;
  readonly recording?: number;
  readonly hasVideo?: boolean;
  readonly isMuted?: boolean;
  /** A tone beside the picture. */
  readonly hasAudio?: boolean;
  readonly screen?: { readonly width: number; readonly height: number };
}

export interface TestCall {
  show(people: readonly TestPerson[]): void;
  /** Shows a popup without Retry. */
  fail(problem: Problem): void;
  /** Whether this person is host. */
  beHost(isSo: boolean): void;
  /** This person is host, and these ask to come in. */
  knock(names: readonly string[]): void;
  /** The waiting room holds this person back, who asks to come in. */
  holdBack(): void;
  /** What the host has done: "admit", "refuse", "remove" or "hand over", and whom. */
  readonly answers: string[];
  /** A message of a feature has come. */
  hear(participantID: string, message: FeatureMessage): void;
  /** What was asked of each sender last. */
  readonly asked: Record<string, number | null>;
  /** This person's page says that it shows the recording with this number. */
  confirm(name: string, recording: number): void;
  /** Another page of this person is connected. */
  reach(name: string): void;
  /** What this page has sent, and to whom. */
  readonly sent: { message: FeatureMessage; to: string | undefined }[];
  /** What the others are told. */
  readonly told: (number | null)[];
  /** Resolves when two frames show the same places. */
  settle(): Promise<void>;
  /** Layout shifts since the page was opened. */
  readonly shifts: { value: number; sources: string[] }[];
}

declare global {
  interface Window {
    testCall: TestCall;
  }
}

const colours = ["#b4654a", "#5b7a99", "#7a8b5a", "#8a6aa0", "#b58a3c", "#4f8f86", "#a05a72", "#6a6f8f"];
const streams = new Map<string, { stream: MediaStream; canvas: HTMLCanvasElement }>();

function draw(canvas: HTMLCanvasElement, name: string): void {
  const context = canvas.getContext("2d")!;
  const { width, height } = canvas;
  const index = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % colours.length;
  context.fillStyle = colours[index]!;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = "#fff8";
  context.lineWidth = 4;
  context.strokeRect(2, 2, width - 4, height - 4);
  const face = Math.min(width, height) * 0.28;
  context.fillStyle = "#f0c8a0";
  context.beginPath();
  context.ellipse(width / 2, height * 0.42, face * 0.75, face, 0, 0, 7);
  context.fill();
  context.fillStyle = "#222";
  context.fillRect(width / 2 - face * 0.35, height * 0.36, face * 0.12, face * 0.12);
  context.fillRect(width / 2 + face * 0.25, height * 0.36, face * 0.12, face * 0.12);
  context.fillRect(width / 2 - face * 0.3, height * 0.52, face * 0.6, face * 0.08);
  context.fillStyle = `hsl(${(performance.now() / 20) % 360} 60% 60%)`;
  context.fillRect(8, 8, 10, 10);
}

function streamOf(key: string, size: { width: number; height: number }, hasAudio = false): MediaStream {
  let known = streams.get(key);
  if (known === undefined) {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, size);
    draw(canvas, key);
    known = { canvas, stream: canvas.captureStream(8) };
    streams.set(key, known);
    setInterval(() => draw(canvas, key), 120);
  }
  if (hasAudio && known.stream.getAudioTracks().length === 0) known.stream.addTrack(createTone());
  const { canvas, stream } = known;
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  return stream;
}

function createTone(): MediaStreamTrack {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(destination);
  oscillator.start();
  return destination.stream.getAudioTracks()[0]!;
}

function participantOf(person: TestPerson): CallParticipant {
  const { name, screen, hasVideo = true, isMuted = false, isSpeaking = false, recording = null } = person;
  return {
    participantID: name.toLowerCase(),
    name,
    nameNumber: 1,
    constraints: { audio: !isMuted, video: hasVideo, screen: screen !== undefined },
    status: "connected",
    cause: null,
    stream: streamOf(name, person, person.hasAudio),
    screen: screen === undefined ? null : streamOf(`${name}'s screen`, screen),
    isSpeaking,
    recording,
    hearsMe: "yes",
    stats: null,
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function settle(): Promise<void> {
  const read = () => [...document.querySelectorAll("article")].map((tile) => tile.getBoundingClientRect());
  for (let before = ""; before !== JSON.stringify(read()); await nextFrame()) {
    before = JSON.stringify(read());
    await nextFrame();
  }
}

const participants = shallowRef<readonly CallParticipant[]>([]);
const isHost = ref(false);
const isHeldBack = ref(false);
const isWaitingRoomOn = ref(false);
const knocks = shallowRef<readonly Knock[]>([]);
const answers: string[] = [];

/** As with the server, the note goes with the answer. */
function answerKnocks(how: string, participantIDs: readonly string[]): void {
  answers.push([how, ...participantIDs].join(" "));
  knocks.value = knocks.value.filter(({ participantID }) => !participantIDs.includes(participantID));
}

const { signal } = new AbortController();
const screen = shallowRef<MediaStream | null>(null);
const sharing = createScreenSharing({ onChange: () => {}, signal });
sharing.onScreen((shared) => (screen.value = shared), { signal });

const asked: Record<string, number | null> = {};
const shifts: TestCall["shifts"] = [];
const sent: TestCall["sent"] = [];
const told: TestCall["told"] = [];
const received = createListeners<Parameters<Parameters<Features["onMessage"]>[0]>>();
const reached = createListeners<[string]>();

/** A real channel. Whoever is at its other end takes everything and says nothing. */
function openFileChannel(): FileChannel {
  const here = new RTCPeerConnection();
  const there = new RTCPeerConnection();
  here.addEventListener("icecandidate", ({ candidate }) => void there.addIceCandidate(candidate ?? undefined));
  there.addEventListener("icecandidate", ({ candidate }) => void here.addIceCandidate(candidate ?? undefined));
  const channel = here.createDataChannel("files", { negotiated: true, id: 1 });
  there.createDataChannel("files", { negotiated: true, id: 1 });
  void (async () => {
    await here.setLocalDescription();
    await there.setRemoteDescription(here.localDescription!);
    await there.setLocalDescription();
    await here.setRemoteDescription(there.localDescription!);
  })();
  return { channel, ended: new AbortController().signal, maxMessageBytes: 65_536 };
}

const features: Features = {
  get reachable() {
    return participants.value.map(({ participantID }) => participantID);
  },
  send: (message, to) => void sent.push({ message, to }),
  openFileChannel,
  onMessage: received.add,
  onReached: reached.add,
};

new PerformanceObserver((list) => {
  type Shift = PerformanceEntry & { value: number; sources?: { node: Element | null }[] };
  for (const { value, sources = [] } of list.getEntries() as Shift[]) {
    shifts.push({ value, sources: sources.map(({ node }) => node?.className ?? "") });
  }
}).observe({ type: "layout-shift", buffered: true });

window.testCall = {
  hear: (participantID, message) => received.emit({ participantID, isHost: false }, message),
  show(people) {
    participants.value = people.map(participantOf);
  },
  fail: (problem) => usePopups().showPopup(problem),
  confirm(name, recording) {
    received.emit({ participantID: name.toLowerCase(), isHost: false }, { type: "recording-shown", recording });
  },
  reach: (name) => reached.emit(name.toLowerCase()),
  sent,
  told,
  beHost: (isSo) => (isHost.value = isSo),
  knock(names) {
    isHost.value = isWaitingRoomOn.value = true;
    knocks.value = names.map((name) => ({ participantID: name.toLowerCase(), name, nameNumber: 1 }));
  },
  holdBack: () => (isHeldBack.value = true),
  answers,
  settle,
  asked,
  shifts,
};

const app = createApp({
  setup() {
    const localMedia = useLocalMedia();
    void localMedia.media.open({ audio: true, video: true });
    provide(meetingKey, {
      participants,
      localMedia,
      name: ref("Zoe"),
      selfID: ref("zoe"),
      isReturning: ref(false),
      enteredAtMs: ref(clockNow()),
      isSignallingLost: ref(false),
      isSeatLost: ref(false),
      isMicrophoneDead: ref(false),
      features,
      screen,
      setRecording: (recording: number | null) => told.push(recording),
      safetyCode: shallowRef({
        pictures: ["🐶", "🐱", "🐻", "🍎"].map((emoji, number) => ({ emoji, number })),
        awaited: [],
        newcomers: null,
      }),
      waitingRoom: {
        isOn: isWaitingRoomOn,
        knocks,
        isHostAway: ref(false),
        admit: async (participantIDs: readonly string[]) => answerKnocks("admit", participantIDs),
        refuse: async (participantID: string) => answerKnocks("refuse", [participantID]),
      },
      seated: {
        waiting: computed(() =>
          knocks.value.map(({ participantID }) => ({ participantID, constraints: { audio: true, video: false } })),
        ),
        suspicions: shallowRef(new Map()),
      },
      host: {
        isLocked: ref(false),
        isHost,
        hosts: computed(() => new Set(isHost.value ? ["zoe"] : [])),
        removeParticipant: async (participantID: string) => void answers.push(`remove ${participantID}`),
        fetchStored: async () => ({
          items: [{ kind: "room", documents: 1, until: "2030-01-01T00:00:00.000Z" }],
        }),
        handOver: async (participantID: string) => void answers.push(`hand over ${participantID}`),
      },
      screenShare: useScreenShare(shallowRef({ setScreen: sharing.set } as Call), screen),
      link: { uuid: "", key: "" },
      phase: ref({ name: "lobby", step: "ready" }),
      room: shallowRef(null),
      mustAsk: ref(true),
      inside: ref(1),
      isProving: ref(false),
      isEntering: isHeldBack,
      mustAskPassword: ref(false),
      passwordProblem: ref(null),
      isAddressHidden: ref(false),
      cancelKnock: () => (isHeldBack.value = false),
      deriveSecret: () => crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
      offerMove: async () => ({ link: `${location.href}#a.b`, expiresAt: new Date(Date.now() + 120_000) }),
      fetchExpiry: async () => new Date(Date.now() + 70 * 60_000),
      leave: () => app.unmount(),
      setShownHeight: (participantID: string, heightPx: number | null) => (asked[participantID] = heightPx),
    } as unknown as Meeting);
    const { mayBeKept } = useKept();
    watchEffect(() => document.documentElement.classList.toggle("is-in-call", !isHeldBack.value));
    return () => [h(isHeldBack.value ? LobbyView : CallView), mayBeKept.value ? h(KeptRecordings) : null];
  },
});
setLanguage(await loadMessages(readLanguage(languages), { isForRoom: true }));
// A visit does it in the lobby.
await loadRestOfCall();
app.mount("#app");
