// The person's own camera and microphone. A camera that is off is stopped, so its light is off; a muted microphone stays open
// and silent, so that it answers at once.

/** "dismissed": the question was closed without an answer, so it may be asked again. */
export type MediaProblem = "denied" | "dismissed" | "missing" | "in-use" | "unknown";

export interface MediaKindState {
  /** The person's choice. */
  readonly isWanted: boolean;
  /** Something is really sent or ready to be. */
  readonly isOn: boolean;
  /** Why it is not on though it is wanted. */
  readonly problem: MediaProblem | null;
}

export interface LocalMediaState {
  readonly audio: MediaKindState;
  readonly video: MediaKindState;
  /** Labels are empty until a permission was given. */
  readonly devices: {
    readonly cameras: readonly MediaDeviceInfo[];
    readonly microphones: readonly MediaDeviceInfo[];
    readonly speakers: readonly MediaDeviceInfo[];
  };
  readonly cameraID: string | null;
  readonly microphoneID: string | null;
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
  onChange(listener: (state: LocalMediaState) => void, options: { signal: AbortSignal }): void;
  /** The track to send has changed. */
  onTrack(listener: (kind: TrackKind, track: MediaStreamTrack | null) => void, options: { signal: AbortSignal }): void;
  close(): void;
}

export interface LocalMediaOptions {
  video?: MediaTrackConstraints;
  audio?: MediaTrackConstraints;
  /** The devices chosen last time. */
  cameraID?: string | null;
  microphoneID?: string | null;
}

export declare function createLocalMedia(options?: LocalMediaOptions): LocalMedia;
