// What is known of the camera, or of the microphone: the person's choice beside what came of it.
import type { MediaProblem } from "./media-problem.ts";

export interface MediaKindState {
  /** The person's choice. */
  readonly isWanted: boolean;
  /** The device is open and not muted. */
  readonly isOn: boolean;
  /** Why it is not on though it is wanted. */
  readonly problem: MediaProblem | null;
}

export interface MediaKind {
  isWanted: boolean;
  track: MediaStreamTrack | null;
  problem: MediaProblem | null;
  deviceID: string | null;
  /** Another device than the chosen one is open, for want of that one. */
  isFallback: boolean;
  /** Aborted when what was asked for is not wanted any more. */
  request: AbortController;
}

export function createMediaKind(deviceID: string | null): MediaKind {
  return {
    isWanted: false,
    track: null,
    problem: null,
    deviceID,
    isFallback: false,
    request: new AbortController(),
  };
}

export function readMediaKind({ isWanted, track, problem }: MediaKind): MediaKindState {
  return { isWanted, isOn: isWanted && track !== null && track.enabled, problem };
}
