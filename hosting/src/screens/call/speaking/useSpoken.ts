// Calls back once somebody has spoken for a while into a microphone. It listens only while there is
// a track, and sends nothing anywhere.
import { watch, type Ref } from "vue";
import { useLevel } from "../../../devices/useLevel.ts";
import { createSpeechMeter } from "./speech-meter.ts";

export function useSpoken(track: Readonly<Ref<MediaStreamTrack | null>>, enoughMs: number, handleEnough: () => void) {
  const meter = createSpeechMeter();
  watch(track, meter.reset);
  useLevel(track, (level) => {
    if (meter.add(level, performance.now()) < enoughMs) return;
    meter.reset();
    handleEnough();
  });
}
