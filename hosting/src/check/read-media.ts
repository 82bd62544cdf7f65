// Reads what devices give: a small copy of the camera's picture, and samples of the microphone.
import type { ReadPicture, ReadSound } from "./check-devices.ts";

const [width, height] = [32, 18];
const sampleCount = 2048;

/** `video` is in the page, because some browsers draw no frame of one that is not. */
export function readPictureOf(video: HTMLVideoElement, track: MediaStreamTrack): ReadPicture {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => undefined);
  return () => {
    if (context === null || video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)
      return null;
    context.drawImage(video, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  };
}

/** A context that is not running gives zeros, which say nothing about the microphone. */
export function readSoundOf(context: AudioContext | null, track: MediaStreamTrack): ReadSound {
  if (context === null) return () => null;
  const analyser = new AnalyserNode(context, { fftSize: sampleCount });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(sampleCount);
  return () => {
    if (context.state !== "running") return null;
    analyser.getFloatTimeDomainData(samples);
    return samples;
  };
}
