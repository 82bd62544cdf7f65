// What a person's own camera and microphone are to the rest. A camera that is off is stopped, so its light is off; a muted microphone
// stays open and silent, so that it answers at once.
import type { CaptureConstraints, CaptureLimit } from "./capture-constraints.ts";
import type { DeviceList } from "./device-list.ts";
import type { MediaKindState } from "./media-kind.ts";
import type { AudioProcessing } from "./audio-processing.ts";

export type { MediaKindState } from "./media-kind.ts";
export type { MediaProblem } from "./media-problem.ts";
export type { AudioProcessing } from "./audio-processing.ts";

export interface LocalMediaState {
  readonly audio: MediaKindState;
  readonly video: MediaKindState;
  /** Empty until a permission was given. */
  readonly devices: DeviceList;
  /** The one in use, or else the one chosen. */
  readonly cameraID: string | null;
  readonly microphoneID: string | null;
  /** What is chosen; a device may not be able to do all of it. */
  readonly audioProcessing: AudioProcessing;
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
  setAudioProcessing(changes: Partial<AudioProcessing>): Promise<void>;
  /** Nobody is sent more than this, so the camera need not deliver it. Never rejects. */
  limitPicture(limit: CaptureLimit): Promise<void>;
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
  audioProcessing?: Partial<AudioProcessing>;
}
