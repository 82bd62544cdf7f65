// The constraints for capture, in one place, so that a deployment or a test can request less.

export interface CaptureConstraints {
  readonly video: MediaTrackConstraints;
  readonly audio: MediaTrackConstraints;
}

export const defaultCapture: CaptureConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, facingMode: "user" },
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
};

/**
 * Requires the chosen device: as an ideal value only, it would lose against a resolution that fits
 * better.
 */
export function withDevice(constraints: MediaTrackConstraints, deviceID: string | null): MediaTrackConstraints {
  if (deviceID === null) return constraints;
  const chosen: MediaTrackConstraints = { ...constraints, deviceId: { exact: deviceID } };
  delete chosen.facingMode;
  return chosen;
}

export interface CaptureLimit {
  readonly shortSidePx: number;
  readonly maxFramesPerSecond: number;
}

/** The same constraints, limited to what is useful. */
export function limitVideo(constraints: MediaTrackConstraints, limit: CaptureLimit | null): MediaTrackConstraints {
  if (limit === null) return constraints;
  const { shortSidePx, maxFramesPerSecond } = limit;
  return {
    ...constraints,
    width: { ideal: Math.min(readIdeal(constraints.width), Math.ceil((shortSidePx * 16) / 9)) },
    height: { ideal: Math.min(readIdeal(constraints.height), shortSidePx) },
    frameRate: { ideal: Math.min(readIdeal(constraints.frameRate), maxFramesPerSecond) },
  };
}

function readIdeal(value: ConstrainULong | ConstrainDouble | undefined): number {
  if (typeof value === "number") return value;
  return value?.ideal ?? value?.exact ?? value?.max ?? Infinity;
}
