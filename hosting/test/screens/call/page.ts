// The page of the call's suites: the real call screen with the real devices, among people who are
// nowhere. Their pictures are drawn here.
import { createApp, h, provide, ref, shallowRef } from "vue";
import "../../../src/ui/start.css";
import type { CallParticipant } from "../../../src/call/call.ts";
import { useLocalMedia } from "../../../src/meeting/useLocalMedia.ts";
import { meetingKey, type Meeting } from "../../../src/meeting/useMeeting.ts";
import { usePopups } from "../../../src/popups/usePopups.ts";
import { clockNow } from "../../../src/platform/page-time.ts";
import type { Problem } from "../../../src/popups/problem.ts";
import CallView from "../../../src/screens/call/CallView.vue";

export interface TestPerson {
  readonly name: string;
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly isSpeaking?: boolean;
  readonly hasVideo?: boolean;
  readonly screen?: { readonly width: number; readonly height: number };
}

export interface TestCall {
  show(people: readonly TestPerson[]): void;
  /** Shows a popup without Retry. */
  fail(problem: Problem): void;
  /** What was asked of each sender last. */
  readonly asked: Record<string, number | null>;
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

function streamOf(key: string, size: { width: number; height: number }): MediaStream {
  let known = streams.get(key);
  if (known === undefined) {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, size);
    draw(canvas, key);
    known = { canvas, stream: canvas.captureStream(8) };
    streams.set(key, known);
    setInterval(() => draw(canvas, key), 120);
  }
  const { canvas, stream } = known;
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  return stream;
}

function participantOf(person: TestPerson): CallParticipant {
  const { name, screen, hasVideo = true, isSpeaking = false } = person;
  return {
    participantID: name.toLowerCase(),
    name,
    nameNumber: 1,
    constraints: { audio: true, video: hasVideo, screen: screen !== undefined },
    status: "connected",
    cause: null,
    stream: streamOf(name, person),
    screen: screen === undefined ? null : streamOf(`${name}'s screen`, screen),
    isSpeaking,
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
const asked: Record<string, number | null> = {};
const shifts: TestCall["shifts"] = [];

new PerformanceObserver((list) => {
  type Shift = PerformanceEntry & { value: number; sources?: { node: Element | null }[] };
  for (const { value, sources = [] } of list.getEntries() as Shift[]) {
    shifts.push({ value, sources: sources.map(({ node }) => node?.className ?? "") });
  }
}).observe({ type: "layout-shift", buffered: true });

window.testCall = {
  show(people) {
    participants.value = people.map(participantOf);
  },
  fail: (problem) => usePopups().showPopup(problem),
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
      features: { reachable: [], send() {}, onMessage() {}, onReached() {} },
      safetyCode: shallowRef({ newcomers: null }),
      waitingRoom: { isOn: ref(false), knocks: shallowRef([]) },
      host: { isLocked: ref(false), isHost: ref(false), hosts: ref(new Set()) },
      screen: shallowRef(null),
      screenShare: { canShareScreen: true, isSharing: ref(false), toggleScreen: async () => {} },
      link: { uuid: "", key: "" },
      // Nobody writes here.
      deriveSecret: () => new Promise(() => {}),
      leave: () => app.unmount(),
      setShownHeight: (participantID: string, heightPx: number | null) => (asked[participantID] = heightPx),
    } as unknown as Meeting);
    return () => h(CallView);
  },
});
document.documentElement.classList.add("is-in-call");
app.mount("#app");
