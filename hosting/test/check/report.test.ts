// Whatever the browser, the devices and the network say, none of it reaches the report.
import { expect } from "chai";
import { find, lines, words, type Finding, type Line } from "../../src/check/finding.ts";
import { writeReport } from "../../src/check/report.ts";
import { runChecks, type Surroundings } from "../../src/check/run-checks.ts";
import { createHurriedClock } from "./hurried-clock.ts";

const secrets = ["192.0.2.7", "2001:db8::7", "kitchen.local", "Anna's camera", "device-id-7f3a", "room-uuid-1b4e"];
const attack = secrets.join(" ");
const userAgent = `Mozilla/5.0 (X11; Linux x86_64; ${attack}) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 ${attack}`;

const replaced = [
  "navigator",
  "RTCPeerConnection",
  "RTCRtpSender",
  "RTCRtpReceiver",
  "localStorage",
  "isSecureContext",
];

/** A browser that puts the secrets wherever it may say anything. */
function installAttacker() {
  const device = (kind: string) => ({ kind, label: attack, deviceId: attack, groupId: attack });
  const capabilities = {
    getCapabilities: (kind: string) => ({
      codecs: [{ mimeType: `${kind}/${kind === "audio" ? "opus" : "VP8"}` }, { mimeType: attack }],
    }),
  };
  class Connection extends EventTarget {
    createDataChannel() {}
    close() {}
    async setLocalDescription() {
      for (const type of ["host", "srflx", attack]) {
        const candidate = { type, candidate: `candidate:1 1 udp 1 192.0.2.7 9 typ ${type}`, address: "192.0.2.7" };
        this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate }));
      }
      this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate: null }));
    }
  }
  const values: Record<string, unknown> = {
    navigator: {
      userAgent,
      onLine: true,
      mediaDevices: { enumerateDevices: async () => [device("videoinput"), device("audioinput"), device(attack)] },
    },
    RTCPeerConnection: Connection,
    RTCRtpSender: capabilities,
    RTCRtpReceiver: capabilities,
    localStorage: { setItem() {}, getItem: () => attack, removeItem() {} },
    isSecureContext: true,
  };
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

const track = (kind: string) =>
  ({
    kind,
    id: attack,
    label: attack,
    muted: false,
    getSettings: () => ({ width: 640, height: 360, deviceId: attack }),
    stop() {},
  }) as unknown as MediaStreamTrack;

function surround(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    clock: createHurriedClock(),
    api: {
      generateID: () => Promise.reject(Object.assign(new Error(attack), { code: attack, status: 502 })),
    } as unknown as Surroundings["api"],
    openDevices: async () => ({ audio: track("audio"), video: track("video") }),
    readPicture: () => () => Uint8ClampedArray.from([Math.random() * 255, 90, 90, 255]),
    readSound: () => () => Float32Array.of(0.5),
    drawPicture: () => null,
    makeTone: () => null,
    callItself: async () => ({
      read: async () => ({ isConnected: true, frames: 1, soundPackets: 1, isHeard: true }),
      end() {},
    }),
    checkFirestore: () => Promise.reject(new Error(attack)),
    ...changes,
  };
}

async function run(around: Surroundings) {
  const found = new Map<Line, Finding>();
  await runChecks(around, {
    signal: new AbortController().signal,
    onStart() {},
    onFound: (finding) => found.set(finding.line, finding),
  });
  return lines.flatMap((line) => found.get(line) ?? []);
}

const write = (findings: readonly Finding[]) =>
  writeReport({ version: "1.0.0", language: "en", userAgent, maxTouchPoints: 0, at: new Date(0), findings });

describe("the report of a check", () => {
  const originals = replaced.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  beforeEach(installAttacker);
  afterEach(() => {
    for (const [name, original] of originals) {
      if (original === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, original);
    }
  });

  it("has a line for everything, and none of the addresses, labels and IDs that it met", async () => {
    const findings = await run(surround());
    expect(findings.map(({ line }) => line)).to.deep.equal([...lines]);
    const report = write(findings);
    for (const secret of secrets) expect(report).to.not.include(secret);
    expect(report).to.not.match(/\d+\.\d+\.\d+\.\d+|typ host/);
    expect(report.split("\n")).to.include.members([
      "Chromium 156 on Linux",
      "ok     camera: ok width=640 height=360 cameras=1",
      "ok     codecs: ok sent=VP8 received=VP8",
      "failed server: refused status=502",
      "failed firestore: broken",
      "look   network: unasked host=1 srflx=1 relay=0",
    ]);
  });

  it("goes on where a part breaks, and stops every track", async () => {
    let stopped = 0;
    const stoppable = (kind: string) => ({ ...track(kind), stop: () => void (stopped += 1) });
    const findings = await run(
      surround({
        openDevices: async () => ({ audio: stoppable("audio"), video: stoppable("video") }),
        readPicture() {
          throw new Error(attack);
        },
        callItself: () => Promise.reject(new Error(attack)),
      }),
    );
    expect(findings.find(({ line }) => line === "camera")).to.include({ verdict: "failed", code: "broken" });
    expect(findings.find(({ line }) => line === "call")).to.include({ verdict: "failed", code: "not-started" });
    expect(stopped).to.equal(2);
    for (const secret of secrets) expect(write(findings)).to.not.include(secret);
  });

  it("says of a browser without WebRTC that there is nothing to check", async () => {
    Object.defineProperty(globalThis, "RTCPeerConnection", { value: undefined, configurable: true });
    const findings = await run(surround());
    const without = findings.filter(({ code }) => code === "no-webrtc").map(({ line }) => line);
    expect(without).to.deep.equal(["codecs", "network", "call"]);
  });

  it("finds nothing more after the person has left", async () => {
    const leaving = new AbortController();
    leaving.abort();
    const found: Finding[] = [];
    await runChecks(surround(), { signal: leaving.signal, onStart() {}, onFound: (finding) => found.push(finding) });
    expect(found).to.deep.equal([]);
  });

  it("writes words and numbers of a finding, in their order", () => {
    const report = write([find("features", "look", "missing", { missing: ["Web Locks"], present: [] })]);
    expect(report).to.include("look   features: missing missing=Web Locks present=none");
    expect(words.some((word) => /\d+\.\d+|:/.test(word))).to.equal(false);
  });
});
