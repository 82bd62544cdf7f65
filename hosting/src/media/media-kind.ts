// What is known about the camera or the microphone: the person's choice, and its outcome.
import type { MediaProblem } from "./media-problem.ts";

export interface MediaKindState {
  /** The person's choice. */
  readonly isWanted: boolean;
  /** The device is open and not muted. */
  readonly isOn: boolean;
  /** Why a wanted device is not on. */
  readonly problem: MediaProblem | null;
}

export interface MediaKind {
  isWanted: boolean;
  track: MediaStreamTrack | null;
  problem: MediaProblem | null;
  deviceID: string | null;
  /** A device other than the chosen one is open, because that one is missing. */
  isFallback: boolean;
  /** Aborted when the request is superseded or no longer wanted. */
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
