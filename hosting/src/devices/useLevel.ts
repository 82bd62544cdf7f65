// The level of a microphone, 0 to 1, several times a second. It is measured in the page and sent
// nowhere.
import { onScopeDispose, readonly, ref, watch, type WatchSource } from "vue";
import { afterPaint } from "../browser/after-paint.ts";
import { resumeInPress } from "../browser/resume-in-press.ts";

/** https://www.w3.org/TR/webaudio-1.1/#AudioContextOptions. TypeScript does not know it yet. */
interface SilentContextOptions extends AudioContextOptions {
  sinkId: { readonly type: "none" };
}

const fftSize = 1024;

/**
 * The root mean square of samples between -1 and 1, on a scale where ordinary speech reaches about
 * two thirds.
 */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  if (rms < 0.001) return 0;
  const decibels = 20 * Math.log10(rms);
  return Math.min(1, Math.max(0, (decibels + 60) / 50));
}

/** `handleLevel` is called for each measurement, also when the level stays the same. */
export function useLevel(
  track: WatchSource<MediaStreamTrack | null>,
  handleLevel: (level: number) => void = () => {},
  everyMs = 90,
) {
  const level = ref(0);
  let stop = () => {};

  function listen(source: MediaStreamTrack): () => void {
    // Nothing is played. So the delay does not matter, and larger steps take less of the processor.
    // Where the browser can do it, no output device is opened either.
    const options: SilentContextOptions = { latencyHint: "playback", sinkId: { type: "none" } };
    const context = new AudioContext(options);
    const analyser = new AnalyserNode(context, { fftSize });
    context.createMediaStreamSource(new MediaStream([source])).connect(analyser);
    const samples = new Float32Array(fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      level.value = levelOf(samples);
      handleLevel(level.value);
    }, everyMs);
    const stopResuming = resumeInPress(context);
    return () => {
      stopResuming();
      clearInterval(timer);
      level.value = 0;
      // Takes a while. What replaces the meter comes first.
      afterPaint(() => void context.close().catch(() => undefined));
    };
  }

  watch(
    track,
    (current) => {
      stop();
      stop = () => {};
      try {
        if (current !== null) stop = listen(current);
      } catch {
        // No Web Audio, or no more of it. The microphone works without its level.
      }
    },
    { immediate: true },
  );
  onScopeDispose(() => stop());

  return { level: readonly(level) };
}
