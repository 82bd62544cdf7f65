// The sound of a recording: everybody's audio as one track. A microphone that is off gives silence.
import { resumeInPress } from "../../../browser/resume-in-press.ts";
import type { Scene } from "./scene.ts";

export interface Mixer {
  readonly track: MediaStreamTrack;
  show(scene: Scene): void;
  close(): void;
}

export function createMixer(): Mixer {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const [track] = destination.stream.getAudioTracks();
  if (track === undefined) throw new Error("No audio to record");
  const sources = new Map<MediaStreamTrack, AudioNode>();
  // Without anything to play Chromium gives no audio, and its recorder waits for it with the
  // picture.
  const silence = new ConstantSourceNode(context, { offset: 0 });
  silence.connect(destination);
  silence.start();
  context.resume().catch(() => undefined);
  const stopResuming = resumeInPress(context);
  return {
    track,
    show({ voices }) {
      const wanted = new Set(voices.flatMap((stream) => stream.getAudioTracks()));
      for (const [heard, source] of [...sources]) {
        if (wanted.has(heard)) continue;
        source.disconnect();
        sources.delete(heard);
      }
      for (const voice of wanted) {
        if (sources.has(voice)) continue;
        const source = context.createMediaStreamSource(new MediaStream([voice]));
        source.connect(destination);
        sources.set(voice, source);
      }
    },
    close() {
      stopResuming();
      sources.clear();
      context.close().catch(() => undefined);
    },
  };
}
