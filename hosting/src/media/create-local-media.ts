// The local camera and microphone. A track that arrives when it is no longer wanted is stopped.
import { systemClock } from "../platform/clock.ts";
import { createListeners } from "../platform/listeners.ts";
import { createBlurControl } from "./background-blur.ts";
import { defaultCapture, limitVideo, type CaptureLimit } from "./capture-constraints.ts";
import { facingOf, openOtherCamera } from "./flip-camera.ts";
import { listDevices, noDevices } from "./device-list.ts";
import type { LocalMedia, LocalMediaOptions, LocalMediaState, TrackKind } from "./local-media.ts";
import { watchDelay, type MediaDelay } from "./media-delay.ts";
import { createMediaKind, readMediaKind, type MediaKind } from "./media-kind.ts";
import { requestTracks } from "./request-tracks.ts";
import { applyAudioProcessing, chooseAudioProcessing, type AudioProcessing } from "./audio-processing.ts";

const trackKinds: readonly TrackKind[] = ["audio", "video"];

export function createLocalMedia(options: LocalMediaOptions = {}): LocalMedia {
  const { capture = defaultCapture, clock = systemClock } = options;
  const closing = new AbortController();
  const changed = createListeners<[LocalMediaState]>();
  const replaced = createListeners<[TrackKind, MediaStreamTrack | null]>();
  const stream = new MediaStream();
  const kinds: Record<TrackKind, MediaKind> = {
    audio: createMediaKind(options.microphoneID ?? null),
    video: createMediaKind(options.cameraID ?? null),
  };
  let devices = noDevices;
  let captureLimit: CaptureLimit | null = null;
  let audioProcessing = chooseAudioProcessing(capture.audio, options.audioProcessing);
  const blur = createBlurControl(options.blurChoice ?? null, () => publish());
  let state = readState();

  navigator.mediaDevices?.addEventListener("devicechange", () => void handleDeviceChange(), { signal: closing.signal });

  function readState(): LocalMediaState {
    const deviceOf = ({ track, deviceID }: MediaKind) => track?.getSettings().deviceId ?? deviceID;
    return {
      audio: readMediaKind(kinds.audio, devices.microphones),
      video: readMediaKind(kinds.video, devices.cameras),
      devices,
      cameraID: deviceOf(kinds.video),
      microphoneID: deviceOf(kinds.audio),
      facing: kinds.video.track === null ? null : facingOf(kinds.video.track),
      audioProcessing,
      blur: kinds.video.track === null ? null : blur.read(kinds.video.track),
      blurChoice: blur.choice,
    };
  }

  function publish() {
    if (closing.signal.aborted) return;
    state = readState();
    changed.emit(state);
  }

  async function refreshDevices() {
    devices = await listDevices();
    publish();
  }

  async function handleDeviceChange() {
    await refreshDevices().catch(() => {});
    for (const kind of trackKinds) {
      const { isWanted, problem, track } = kinds[kind];
      if (track?.readyState === "ended") await handleTrackEnded(kind, track);
      else if (isWanted && problem === "missing") await acquire([kind]);
    }
  }

  function addTrack(kind: TrackKind, track: MediaStreamTrack, isReplacement: boolean) {
    const entry = kinds[kind];
    const { signal } = entry.request;
    const isLost = entry.deviceID === null && entry.lostID !== null;
    entry.problem = null;
    entry.isFallback = isReplacement || (isLost && track.getSettings().deviceId !== entry.lostID);
    entry.track = track;
    // A page gets no `ended` event for tracks it stops itself. So the device was unplugged, or the
    // permission revoked.
    track.addEventListener("ended", () => void handleTrackEnded(kind, track), { signal });
    // By a key of the keyboard, a shutter, a phone call, the browser's own button.
    for (const type of ["mute", "unmute"]) track.addEventListener(type, publish, { signal });
    if (kind === "video") blur.attach(track, captureOf("video"), signal);
    stream.addTrack(track);
    replaced.emit(kind, track);
  }

  function stopTrack(kind: TrackKind) {
    const { track } = kinds[kind];
    if (track === null) return;
    kinds[kind].track = null;
    stream.removeTrack(track);
    track.stop();
    replaced.emit(kind, null);
  }

  async function handleTrackEnded(kind: TrackKind, track: MediaStreamTrack) {
    const entry = kinds[kind];
    if (entry.track !== track) return;
    entry.lostID ??= track.getSettings().deviceId ?? null;
    stopTrack(kind);
    publish();
    if (entry.isWanted) await acquire([kind]);
  }

  function captureOf(kind: TrackKind): MediaTrackConstraints {
    return kind === "audio" ? { ...capture.audio, ...audioProcessing } : limitVideo(capture.video, captureLimit);
  }

  /** Opens what is wanted of these kinds. Earlier requests for them are cancelled. */
  async function acquire(requested: readonly TrackKind[]): Promise<void> {
    const signals = new Map<TrackKind, AbortSignal>();
    for (const kind of requested) {
      kinds[kind].request.abort();
      kinds[kind].request = new AbortController();
      kinds[kind].delay = null;
      signals.set(kind, kinds[kind].request.signal);
    }
    const isCurrent = (kind: TrackKind) => signals.get(kind)?.aborted === false && !closing.signal.aborted;
    const setDelay = (delay: MediaDelay | null) => {
      for (const kind of requested) if (isCurrent(kind)) kinds[kind].delay = delay;
      publish();
    };
    const endWatch = watchDelay(clock, requested, setDelay);
    await requestTracks(requested, {
      deviceOf: (kind) => kinds[kind].deviceID,
      captureOf: (kind) => (kind === "video" ? blur.addTo(captureOf("video")) : captureOf(kind)),
      isCurrent,
      onTrack: addTrack,
      onProblem: (kind, problem) => (kinds[kind].problem = problem),
    });
    endWatch();
    setDelay(null);
    await refreshDevices().catch(() => {});
  }

  async function setWanted(kind: TrackKind, isWanted: boolean): Promise<void> {
    const entry = kinds[kind];
    entry.isWanted = isWanted;
    entry.problem = entry.delay = null;
    if (!isWanted) {
      if (kind === "audio" && entry.track !== null) entry.track.enabled = false;
      else {
        entry.request.abort();
        stopTrack(kind);
      }
      return publish();
    }
    if (entry.track === null) return acquire([kind]);
    entry.track.enabled = true;
    publish();
  }

  async function chooseDevice(kind: TrackKind, deviceID: string): Promise<void> {
    kinds[kind].deviceID = deviceID;
    kinds[kind].lostID = null;
    await reopen(kind);
  }

  async function setAudioProcessing(changes: Partial<AudioProcessing>): Promise<void> {
    audioProcessing = { ...audioProcessing, ...changes };
    publish();
    const { track } = kinds.audio;
    if (track === null || (await applyAudioProcessing(track, captureOf("audio")))) return;
    if (kinds.audio.track === track && !closing.signal.aborted) await reopen("audio");
  }

  async function reopen(kind: TrackKind): Promise<void> {
    const isMuted = kinds[kind].track?.enabled === false;
    // Some devices can open only one camera at a time, so the previous one stops first.
    stopTrack(kind);
    publish();
    if (kinds[kind].isWanted && !isMuted) await acquire([kind]);
  }

  async function flipCamera(): Promise<boolean> {
    const entry = kinds.video;
    const current = entry.track;
    if (current === null) return false;
    entry.request.abort();
    entry.request = new AbortController();
    const { signal } = entry.request;
    const isStale = () => signal.aborted || closing.signal.aborted;
    try {
      const { track, isOther } = await openOtherCamera(current, captureOf("video"), devices.cameras);
      if (isStale()) {
        track.stop();
        return false;
      }
      if (isOther) {
        entry.deviceID = track.getSettings().deviceId ?? null;
        entry.lostID = null;
      }
      stream.removeTrack(current);
      addTrack("video", track, false);
      publish();
      return isOther;
    } catch {
      // Neither opens. The state says why.
      if (!isStale()) await reopen("video");
      return false;
    }
  }

  return {
    stream,
    get state() {
      return state;
    },
    track: (kind) => kinds[kind].track,
    async open(wanted, after) {
      for (const kind of trackKinds) kinds[kind].isWanted = wanted[kind];
      // Opening a device again may end what mutes it: some browsers mute all pages but the last.
      for (const kind of trackKinds) if (kinds[kind].isWanted && kinds[kind].track?.muted) stopTrack(kind);
      const requests = trackKinds.map((kind) => kinds[kind].request);
      publish();
      if (after !== undefined) await after;
      if (closing.signal.aborted) return;
      const requested = trackKinds.filter((kind, index) => {
        const { isWanted, track, request } = kinds[kind];
        return isWanted && track === null && request === requests[index];
      });
      if (requested.length > 0) await acquire(requested);
    },
    setAudio: (isOn) => setWanted("audio", isOn),
    setVideo: (isOn) => setWanted("video", isOn),
    useCamera: (deviceID) => chooseDevice("video", deviceID),
    useMicrophone: (deviceID) => chooseDevice("audio", deviceID),
    flipCamera,
    setAudioProcessing,
    async setBlur(isOn) {
      blur.choose(isOn);
      publish();
      if (kinds.video.track !== null) await blur.apply(kinds.video.track, captureOf("video"));
    },
    async limitPicture(limit) {
      const isSame =
        captureLimit?.shortSidePx === limit.shortSidePx && captureLimit.maxFramesPerSecond === limit.maxFramesPerSecond;
      if (isSame) return;
      captureLimit = limit;
      // A camera that supports no other size keeps its own. Sent video is scaled down in any case.
      if (kinds.video.track !== null) await blur.apply(kinds.video.track, captureOf("video"));
    },
    onChange: changed.add,
    onTrack: replaced.add,
    close() {
      closing.abort();
      for (const kind of trackKinds) {
        kinds[kind].request.abort();
        stopTrack(kind);
      }
    },
  };
}
