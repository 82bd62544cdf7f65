// The same camera resolution for every page of a run. Chromium's fake camera has no switch for it,
// and a page like meetogram's requests its own sizes. Therefore the camera is made smaller around
// the page: it then has no larger frames to give.
export interface CaptureSize {
  readonly width: number;
  readonly height: number;
}

export function parseSize(text: string): CaptureSize {
  const [width = Number.NaN, height = Number.NaN] = text.split("x").map(Number);
  if (!(width > 0 && height > 0)) throw new Error(`A size looks like 1280x720, not like ${text}`);
  return { width, height };
}

/**
 * Runs in the page before its scripts. No video constraints exceed this size, now or later in the
 * call.
 */
export function limitCapture({ width, height }: CaptureSize): void {
  const limit = (video: MediaTrackConstraints): MediaTrackConstraints => ({
    ...video,
    width: { ideal: width },
    height: { ideal: height },
  });
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (constraints) => {
    const video = constraints?.video;
    if (video === undefined || video === false) return open(constraints);
    return open({ ...constraints, video: limit(video === true ? {} : video) });
  };
  // On the prototype, it applies to every track, wherever it comes from.
  const apply = MediaStreamTrack.prototype.applyConstraints;
  MediaStreamTrack.prototype.applyConstraints = function (constraints) {
    const { width: requestedWidth } = constraints ?? {};
    const ideal = typeof requestedWidth === "object" ? (requestedWidth.ideal ?? width) : (requestedWidth ?? width);
    return apply.call(
      this,
      this.kind === "video" && ideal > width && constraints !== undefined ? limit(constraints) : constraints,
    );
  };
}
