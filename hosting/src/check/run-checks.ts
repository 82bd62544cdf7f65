// The whole check. Devices and network are looked at side by side, because a person answers the
// browser's question for the devices. The call comes last and has what they found.
import type { Line, Finding } from "./finding.ts";
import { find } from "./finding.ts";
import { askIceServers, checkServer, type ServerApi } from "./check-server.ts";
import { checkBrowser, checkFeatures, checkStorage, hasWebRtc } from "./check-browser.ts";
import { checkCall, type TestCall } from "./check-call.ts";
import type { SentTracks } from "./call-itself.ts";
import { checkCamera, checkMicrophone, checkSpeakers, countDevices } from "./check-devices.ts";
import type { ReadPicture, ReadSound } from "./check-devices.ts";
import { checkCodecs } from "./check-codecs.ts";
import { countCandidates, judgeCandidates } from "./check-network.ts";
import { checkSealing } from "./check-sealing.ts";
import type { DrawnTrack } from "./drawn-tracks.ts";
import type { OpenedDevices } from "./open-devices.ts";
import type { Clock } from "../platform/clock.ts";

/** What a check touches. Tests give others. */
export interface Surroundings {
  readonly clock: Clock;
  readonly api: ServerApi;
  openDevices(clock: Clock, signal: AbortSignal): Promise<OpenedDevices>;
  readPicture(track: MediaStreamTrack): ReadPicture;
  readSound(track: MediaStreamTrack): ReadSound;
  drawPicture(): DrawnTrack | null;
  makeTone(): DrawnTrack | null;
  callItself(tracks: SentTracks, listen: (track: MediaStreamTrack) => ReadSound): Promise<TestCall>;
  checkFirestore(signal: AbortSignal): Promise<Finding>;
}

export interface Running {
  readonly signal: AbortSignal;
  onStart(line: Line): void;
  onFound(finding: Finding): void;
}

export async function runChecks(around: Surroundings, { signal, onStart, onFound }: Running): Promise<void> {
  const { clock } = around;

  /** What breaks is a finding, and does not stop the others. */
  async function examine(line: Line, work: () => Finding | Promise<Finding>): Promise<void> {
    if (signal.aborted) return;
    onStart(line);
    const finding = await Promise.resolve()
      .then(work)
      .catch(() => find(line, "failed", "broken"));
    if (!signal.aborted) onFound(finding);
  }

  const needsWebRtc = (line: Line, work: () => Finding | Promise<Finding>) =>
    examine(line, () => (hasWebRtc() ? work() : find(line, "failed", "no-webrtc")));

  async function examineDevices(): Promise<OpenedDevices> {
    onStart("camera");
    onStart("microphone");
    const opened = await around.openDevices(clock, signal);
    const counts = await countDevices(navigator.mediaDevices);
    const watching = { clock, signal };
    await Promise.all([
      examine("camera", () => checkCamera(opened.video, counts, around.readPicture, watching)),
      examine("microphone", () => checkMicrophone(opened.audio, counts, around.readSound, watching)),
    ]);
    await examine("speakers", () => checkSpeakers(counts));
    return opened;
  }

  async function examineNetwork(): Promise<void> {
    let userID: string | null = null;
    await examine("server", async () => {
      const answer = await checkServer(around.api, { clock, signal, isOnline: navigator.onLine });
      ({ userID } = answer);
      return answer.finding;
    });
    await examine("firestore", () => around.checkFirestore(signal));
    await needsWebRtc("network", async () => {
      const iceServers = await askIceServers(around.api, userID, { clock, signal });
      const connection = new RTCPeerConnection({ iceServers: iceServers ?? [], bundlePolicy: "max-bundle" });
      return judgeCandidates(await countCandidates(connection, clock, signal), iceServers);
    });
  }

  async function examineCall(camera: OpenedDevices["video"]): Promise<void> {
    const drawn = typeof camera === "string" ? around.drawPicture() : null;
    const tone = around.makeTone();
    const video = typeof camera === "string" ? (drawn?.track ?? null) : camera;
    try {
      const start = () => around.callItself({ audio: tone?.track ?? null, video }, around.readSound);
      await needsWebRtc("call", () => checkCall(start, { clock, signal, isDrawn: drawn !== null }));
    } finally {
      drawn?.stop();
      tone?.stop();
    }
  }

  // Asked first: the press is still fresh.
  const devices = examineDevices();
  await examine("browser", () => checkBrowser());
  await examine("features", () => checkFeatures());
  await examine("storage", () => checkStorage());
  await needsWebRtc("codecs", () => checkCodecs(globalThis.RTCRtpSender, globalThis.RTCRtpReceiver));
  await examine("sealing", () => checkSealing());
  const [opened] = await Promise.all([devices, examineNetwork()]);
  try {
    await examineCall(opened.video);
  } finally {
    for (const each of [opened.audio, opened.video]) if (typeof each !== "string") each.stop();
  }
}
