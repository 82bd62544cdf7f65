// The check of a device: before it, in the middle, and what it may find.
import { find, type Finding } from "../../src/check/finding.ts";
import type { Scene } from "../scene.ts";

const good: readonly Finding[] = [
  find("browser", "ok", "ok", { browser: ["Safari"], version: 26.1, system: ["macOS"] }),
  find("features", "look", "missing", { missing: ["Speaker choice", "Web Locks"], present: ["Clipboard"] }),
  find("storage", "ok", "ok"),
  find("camera", "ok", "ok", { width: 1280, height: 720, cameras: 2 }),
  find("microphone", "ok", "ok", { microphones: 1 }),
  find("speakers", "ok", "system"),
  find("codecs", "ok", "ok", { sent: ["H264", "VP8"], received: ["AV1", "H264", "VP8"] }),
  find("sealing", "ok", "ok"),
  find("server", "look", "slow", { tookMs: 3120 }),
  find("firestore", "ok", "ok", { tookMs: 84 }),
  find("network", "ok", "ok", { host: 2, srflx: 1, relay: 1 }),
  find("call", "ok", "ok", { pictureMs: 420, soundMs: 610 }),
];

const bad: readonly Finding[] = [
  find("browser", "failed", "missing", { browser: ["WebKit"], version: 605, system: ["iPhone"], missing: ["WebRTC"] }),
  find("features", "look", "missing", { missing: ["Full screen", "Screen sharing"], present: [] }),
  find("storage", "look", "refused"),
  find("camera", "failed", "denied", { count: 0 }),
  find("microphone", "look", "silent", { microphones: 1 }),
  find("speakers", "ok", "system"),
  find("codecs", "failed", "no-webrtc"),
  find("sealing", "failed", "refused"),
  find("server", "failed", "no-answer"),
  find("firestore", "failed", "no-answer"),
  find("network", "look", "no-relay", { host: 2, srflx: 1, relay: 0 }),
  find("call", "failed", "not-connected"),
];

const start = (testID: string): Pick<Scene, "act"> => ({
  async act({ find: findElement, press }) {
    await press("check-start");
    await findElement(testID);
  },
});

export const checkScenes: readonly Scene[] = [
  { name: "check/before", screen: { name: "check", findings: [] } },
  {
    name: "check/running",
    screen: { name: "check", findings: good.slice(0, 3), running: ["camera", "microphone", "server"] },
    isLong: true,
    ...start("check-server"),
  },
  {
    name: "check/good",
    screen: { name: "check", findings: good },
    isLong: true,
    isImportant: true,
    isRepresentative: true,
    ...start("copy-report"),
  },
  { name: "check/bad", screen: { name: "check", findings: bad }, isLong: true, ...start("copy-report") },
];
