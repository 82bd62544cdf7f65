// What is asked of the devices. One place, so that a deployment or a test can ask for less.

export interface CaptureConstraints {
  readonly video: MediaTrackConstraints;
  readonly audio: MediaTrackConstraints;
}

export const defaultCapture: CaptureConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, facingMode: "user" },
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
};

/** Insists on the chosen device: as a mere wish it loses against a resolution that fits better. */
export function withDevice(constraints: MediaTrackConstraints, deviceID: string | null): MediaTrackConstraints {
  if (deviceID === null) return constraints;
  const chosen: MediaTrackConstraints = { ...constraints, deviceId: { exact: deviceID } };
  delete chosen.facingMode;
  return chosen;
}
