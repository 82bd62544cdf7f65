// What is known about the camera or the microphone: the person's choice, and its outcome.
import type { MediaDelay } from "./media-delay.ts";
import type { MediaProblem } from "./media-problem.ts";

export interface MediaKindState {
  /** The person's choice. */
  readonly isWanted: boolean;
  /** It can be sent: the device is open, and muted neither here nor by the system. */
  readonly isOn: boolean;
  /** Why a wanted device is not open. */
  readonly problem: MediaProblem | null;
  /** The device is not open yet, for longer than usual. */
  readonly delay: MediaDelay | null;
  /** The system, the browser or a switch on the device keeps the open device silent or dark. */
  readonly isMuted: boolean;
  /** Another device than the expected one is open, because that one is missing. */
  readonly isFallback: boolean;
  /** The expected device, when it is back and another one is still open. */
  readonly returnedID: string | null;
}

export interface MediaKind {
  isWanted: boolean;
  track: MediaStreamTrack | null;
  problem: MediaProblem | null;
  delay: MediaDelay | null;
  /** The person's choice. */
  deviceID: string | null;
  /** Was in use without having been chosen, until it went missing. */
  lostID: string | null;
  /** Another device than the chosen or lost one is open. */
  isFallback: boolean;
  /** Aborted when the request is superseded or no longer wanted. */
  request: AbortController;
}

export function createMediaKind(deviceID: string | null): MediaKind {
  return {
    isWanted: false,
    track: null,
    problem: null,
    delay: null,
    deviceID,
    lostID: null,
    isFallback: false,
    request: new AbortController(),
  };
}

export function readMediaKind(
  { isWanted, track, problem, delay, deviceID, lostID, ...entry }: MediaKind,
  devices: readonly MediaDeviceInfo[],
): MediaKindState {
  const expectedID = deviceID ?? lostID;
  const isOpen = isWanted && track !== null && track.readyState === "live" && track.enabled;
  const isMuted = isOpen && track.muted;
  const isFallback = isOpen && entry.isFallback;
  const isBack = isFallback && devices.some(({ deviceId }) => deviceId === expectedID);
  return {
    isWanted,
    isOn: isOpen && !isMuted,
    problem,
    delay,
    isMuted,
    isFallback,
    returnedID: isBack ? expectedID : null,
  };
}
