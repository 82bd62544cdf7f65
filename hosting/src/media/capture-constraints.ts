// What is asked of the devices. One place, so that a deployment or a test can ask for less.

export interface CaptureConstraints {
  readonly video: MediaTrackConstraints;
  readonly audio: MediaTrackConstraints;
}

export const defaultCapture: CaptureConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, facingMode: "user" },
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
};

/** Asks for a chosen device without insisting: one that was unplugged gives way to another. */
export function withDevice(constraints: MediaTrackConstraints, deviceID: string | null): MediaTrackConstraints {
  if (deviceID === null) return constraints;
  const chosen: MediaTrackConstraints = { ...constraints, deviceId: { ideal: deviceID } };
  delete chosen.facingMode;
  return chosen;
}
