// The interface of the local camera and microphone. A camera that is off is stopped, so that its
// light is off. A muted microphone stays open, so that unmuting is immediate.
import type { Clock } from "../platform/clock.ts";
import type { CaptureConstraints, CaptureLimit } from "./capture-constraints.ts";
import type { DeviceList } from "./device-list.ts";
import type { MediaKindState } from "./media-kind.ts";
import type { BackgroundBlur } from "./background-blur.ts";
import type { Facing } from "./flip-camera.ts";
import type { AudioProcessing } from "./audio-processing.ts";

export type { MediaKindState } from "./media-kind.ts";
export type { MediaProblem } from "./media-problem.ts";
export type { MediaDelay } from "./media-delay.ts";
export type { BackgroundBlur } from "./background-blur.ts";
export type { AudioProcessing } from "./audio-processing.ts";

export interface LocalMediaState {
  readonly audio: MediaKindState;
  readonly video: MediaKindState;
  /** Empty until a permission was granted. */
  readonly devices: DeviceList;
  /** The camera in use, or the chosen one while none is. */
  readonly cameraID: string | null;
  readonly microphoneID: string | null;
  /** Where the open camera looks. Null: no camera is open, or it does not say. */
  readonly facing: Facing | null;
  /** The person's choice. A device may not support all of it. */
  readonly audioProcessing: AudioProcessing;
  /** Null while no camera is open, and where it has none. */
  readonly blur: BackgroundBlur | null;
  /** As chosen last, here or in the system. Null: never. */
  readonly blurChoice: boolean | null;
}

export type TrackKind = "audio" | "video";

export interface LocalMedia {
  /** For the preview. Always the same object, whose tracks come and go. */
  readonly stream: MediaStream;
  /** A new object after each change. */
  readonly state: LocalMediaState;
  /** The track to send now. */
  track(kind: TrackKind): MediaStreamTrack | null;
  /**
   * Requests what is wanted, both in one request where possible. Opens again what the system has
   * muted. Never rejects when permission is denied: `state` says so. With `after` it waits before
   * it requests: what the person switches meanwhile counts.
   */
  open(wanted: { audio: boolean; video: boolean }, after?: Promise<void>): Promise<void>;
  setAudio(isOn: boolean): Promise<void>;
  setVideo(isOn: boolean): Promise<void>;
  useCamera(deviceID: string): Promise<void>;
  useMicrophone(deviceID: string): Promise<void>;
  /**
   * Goes over to the other camera. What is sent changes from one track to the other, with none
   * between. Resolves to false when it stays as it is. Never rejects.
   */
  flipCamera(): Promise<boolean>;
  /**
   * Changes the processing of the microphone's audio, now and whenever it is opened later. Never
   * rejects.
   */
  setAudioProcessing(changes: Partial<AudioProcessing>): Promise<void>;
  /** Where the camera can, now and whenever it is opened later. Never rejects. */
  setBlur(isOn: boolean): Promise<void>;
  /** Nobody is sent more than this, so the camera need not deliver more. Never rejects. */
  limitPicture(limit: CaptureLimit): Promise<void>;
  onChange(listener: (state: LocalMediaState) => void, options: { signal: AbortSignal }): void;
  /** Called when the track to send has changed. */
  onTrack(listener: (kind: TrackKind, track: MediaStreamTrack | null) => void, options: { signal: AbortSignal }): void;
  close(): void;
}

export interface LocalMediaOptions {
  capture?: CaptureConstraints;
  /** The devices chosen last time. */
  cameraID?: string | null;
  microphoneID?: string | null;
  /** As chosen last time. A missing part is as in `capture`, or on. */
  audioProcessing?: Partial<AudioProcessing>;
  /** As chosen last time. Null: as the system has it. */
  blurChoice?: boolean | null;
  clock?: Clock;
}
