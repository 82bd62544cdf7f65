// The person's own camera and microphone. A camera that is off is stopped, so its light is off; a muted microphone stays open
// and silent, so that it answers at once. A device that arrives after it stopped being wanted is stopped again.
import { createListeners } from "../call/listeners.ts";
import {
  defaultCapture,
  limitPictureTo,
  withDevice,
  type CaptureConstraints,
  type PictureSize,
} from "./capture-constraints.ts";
import { listDevices, noDevices, type DeviceList } from "./device-list.ts";
import { createMediaKind, readMediaKind, type MediaKind, type MediaKindState } from "./media-kind.ts";
import { nameMediaProblem, queryPermission } from "./media-problem.ts";
import { applySound, chooseSound, type SoundProcessing } from "./sound-processing.ts";

export type { MediaKindState } from "./media-kind.ts";
export type { MediaProblem } from "./media-problem.ts";
export type { SoundProcessing } from "./sound-processing.ts";

export interface LocalMediaState {
  readonly audio: MediaKindState;
  readonly video: MediaKindState;
  /** Empty until a permission was given. */
  readonly devices: DeviceList;
  /** The one in use, or else the one chosen. */
  readonly cameraID: string | null;
  readonly microphoneID: string | null;
  /** What is chosen; a device may not be able to do all of it. */
  readonly sound: SoundProcessing;
}

export type TrackKind = "audio" | "video";

export interface LocalMedia {
  /** For the preview; the same object for the whole life, its tracks come and go. */
  readonly stream: MediaStream;
  /** A new object after each change. */
  readonly state: LocalMediaState;
  /** The track to send now. */
  track(kind: TrackKind): MediaStreamTrack | null;
  /** Asks for what is wanted, both at once where possible. Never rejects for a refusal: `state` tells. */
  open(wanted: { audio: boolean; video: boolean }): Promise<void>;
  setAudio(isOn: boolean): Promise<void>;
  setVideo(isOn: boolean): Promise<void>;
  useCamera(deviceID: string): Promise<void>;
  useMicrophone(deviceID: string): Promise<void>;
  /** Changes what is done to the microphone's sound, now and whenever it is opened later. Never rejects. */
  setSoundProcessing(changes: Partial<SoundProcessing>): Promise<void>;
  /** Nobody is sent more than this, so the camera need not deliver it. Never rejects. */
  limitPicture(size: PictureSize): Promise<void>;
  onChange(listener: (state: LocalMediaState) => void, options: { signal: AbortSignal }): void;
  /** The track to send has changed. */
  onTrack(listener: (kind: TrackKind, track: MediaStreamTrack | null) => void, options: { signal: AbortSignal }): void;
  close(): void;
}

export interface LocalMediaOptions {
  capture?: CaptureConstraints;
  /** The devices chosen last time. */
  cameraID?: string | null;
  microphoneID?: string | null;
  /** As chosen last time; what is left out is as `capture` has it, or on. */
  sound?: Partial<SoundProcessing>;
}

const both: readonly TrackKind[] = ["audio", "video"];

export function createLocalMedia(options: LocalMediaOptions = {}): LocalMedia {
  const capture = options.capture ?? defaultCapture;
  const life = new AbortController();
  const changed = createListeners<[LocalMediaState]>();
  const replaced = createListeners<[TrackKind, MediaStreamTrack | null]>();
  const stream = new MediaStream();
  const kinds: Record<TrackKind, MediaKind> = {
    audio: createMediaKind(options.microphoneID ?? null),
    video: createMediaKind(options.cameraID ?? null),
  };
  let devices = noDevices;
  let pictureSize: PictureSize | null = null;
  let sound = chooseSound(capture.audio, options.sound);
  let state = readState();

  navigator.mediaDevices?.addEventListener("devicechange", () => void handleDeviceChange(), { signal: life.signal });

  function readState(): LocalMediaState {
    const deviceOf = ({ track, deviceID }: MediaKind) => track?.getSettings().deviceId ?? deviceID;
    return {
      audio: readMediaKind(kinds.audio),
      video: readMediaKind(kinds.video),
      devices,
      cameraID: deviceOf(kinds.video),
      microphoneID: deviceOf(kinds.audio),
      sound,
    };
  }

  function publish() {
    if (life.signal.aborted) return;
    state = readState();
    changed.emit(state);
  }

  async function refreshDevices() {
    devices = await listDevices();
    publish();
  }

  function devicesOf(kind: TrackKind) {
    return kind === "audio" ? devices.microphones : devices.cameras;
  }

  async function handleDeviceChange() {
    await refreshDevices();
    for (const kind of both) {
      const { isWanted, problem, track, deviceID, isSubstitute } = kinds[kind];
      const isBack = isSubstitute && devicesOf(kind).some(({ deviceId }) => deviceId === deviceID);
      if (track?.readyState === "ended") await handleLoss(kind, track);
      else if (isWanted && problem === "missing") await acquire([kind]);
      else if (isBack && deviceID !== null) await chooseDevice(kind, deviceID);
    }
  }

  function takeTrack(kind: TrackKind, track: MediaStreamTrack) {
    const entry = kinds[kind];
    entry.problem = null;
    entry.track = track;
    // A page that stops a track itself gets no `ended`: this is a device unplugged, or a permission taken back.
    track.addEventListener("ended", () => void handleLoss(kind, track), { signal: entry.request.signal });
    stream.addTrack(track);
    replaced.emit(kind, track);
  }

  function dropTrack(kind: TrackKind) {
    const { track } = kinds[kind];
    if (track === null) return;
    kinds[kind].track = null;
    stream.removeTrack(track);
    track.stop();
    replaced.emit(kind, null);
  }

  async function handleLoss(kind: TrackKind, track: MediaStreamTrack) {
    if (kinds[kind].track !== track) return;
    dropTrack(kind);
    publish();
    if (kinds[kind].isWanted) await acquire([kind]);
  }

  function captureOf(kind: TrackKind): MediaTrackConstraints {
    return kind === "audio" ? { ...capture.audio, ...sound } : limitPictureTo(capture.video, pictureSize);
  }

  /** Opens what is wanted of these kinds, together if that works and each by itself if not. */
  async function acquire(asked: readonly TrackKind[]): Promise<void> {
    const signals = new Map<TrackKind, AbortSignal>();
    for (const kind of asked) {
      kinds[kind].request.abort();
      kinds[kind].request = new AbortController();
      signals.set(kind, kinds[kind].request.signal);
    }
    const isCurrent = (kind: TrackKind) => signals.get(kind)?.aborted === false && !life.signal.aborted;
    await request(asked);
    publish();
    await refreshDevices().catch(() => {});

    async function request(wanted: readonly TrackKind[], isAnyDevice = false): Promise<void> {
      try {
        const deviceOf = (kind: TrackKind) => (isAnyDevice ? null : kinds[kind].deviceID);
        const opened = await navigator.mediaDevices.getUserMedia(
          Object.fromEntries(wanted.map((kind) => [kind, withDevice(captureOf(kind), deviceOf(kind))])),
        );
        for (const track of opened.getTracks()) {
          const kind = track.kind as TrackKind;
          if (!isCurrent(kind)) {
            track.stop();
            continue;
          }
          kinds[kind].isSubstitute = isAnyDevice && kinds[kind].deviceID !== null;
          takeTrack(kind, track);
        }
      } catch (error) {
        // A chosen device that is not there (any more) gives way to another.
        const isGone = error instanceof Error && error.name === "OverconstrainedError" && !isAnyDevice;
        if (isGone) await request(wanted, true);
        else await handleRefusal(wanted, error);
      }
    }

    async function handleRefusal(wanted: readonly TrackKind[], error: unknown): Promise<void> {
      const refusals = await Promise.all(
        wanted.map(async (kind) => ({ kind, problem: nameMediaProblem(error, await queryPermission(kind)) })),
      );
      const isRefused = error instanceof Error && error.name === "NotAllowedError";
      // One question asked for both: whoever said no to it is asked again only for a kind that was allowed before.
      const single = wanted.length === 1;
      for (const { kind, problem } of refusals) {
        if (!isCurrent(kind)) continue;
        const mayWork = !single && (!isRefused || (await queryPermission(kind)) === "granted");
        if (mayWork) await request([kind]);
        else kinds[kind].problem = problem;
      }
    }
  }

  async function setWanted(kind: TrackKind, isWanted: boolean): Promise<void> {
    const entry = kinds[kind];
    entry.isWanted = isWanted;
    entry.problem = null;
    if (!isWanted) {
      if (kind === "audio" && entry.track !== null) entry.track.enabled = false;
      else {
        entry.request.abort();
        dropTrack(kind);
      }
      return publish();
    }
    if (entry.track === null) return acquire([kind]);
    entry.track.enabled = true;
    publish();
  }

  async function chooseDevice(kind: TrackKind, deviceID: string): Promise<void> {
    kinds[kind].deviceID = deviceID;
    await reopen(kind);
  }

  async function setSoundProcessing(changes: Partial<SoundProcessing>): Promise<void> {
    sound = { ...sound, ...changes };
    publish();
    const { track } = kinds.audio;
    if (track === null || (await applySound(track, captureOf("audio")))) return;
    if (kinds.audio.track === track && !life.signal.aborted) await reopen("audio");
  }

  async function reopen(kind: TrackKind): Promise<void> {
    kinds[kind].isSubstitute = false;
    const isMuted = kinds[kind].track?.enabled === false;
    // Some devices have one camera open at a time: the old one goes first.
    dropTrack(kind);
    if (kinds[kind].isWanted && !isMuted) await acquire([kind]);
    else publish();
  }

  return {
    stream,
    get state() {
      return state;
    },
    track: (kind) => kinds[kind].track,
    async open(wanted) {
      for (const kind of both) kinds[kind].isWanted = wanted[kind];
      const asked = both.filter((kind) => kinds[kind].isWanted && kinds[kind].track === null);
      publish();
      if (asked.length > 0) await acquire(asked);
    },
    setAudio: (isOn) => setWanted("audio", isOn),
    setVideo: (isOn) => setWanted("video", isOn),
    useCamera: (deviceID) => chooseDevice("video", deviceID),
    useMicrophone: (deviceID) => chooseDevice("audio", deviceID),
    setSoundProcessing,
    async limitPicture(size) {
      const isSame =
        pictureSize?.shortSidePx === size.shortSidePx && pictureSize.maxFramesPerSecond === size.maxFramesPerSecond;
      if (isSame) return;
      pictureSize = size;
      // A camera that knows no other size goes on with its own: what is sent is scaled down in any case.
      await kinds.video.track?.applyConstraints(captureOf("video")).catch(() => {});
    },
    onChange: changed.add,
    onTrack: replaced.add,
    close() {
      life.abort();
      for (const kind of both) {
        kinds[kind].request.abort();
        dropTrack(kind);
      }
    },
  };
}
