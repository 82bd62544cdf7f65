// Whether somebody speaks, by the audio level that RTP packets carry: no decoding, no audio graph.
// Speech has gaps, so it ends only after some quiet.
import type { Clock } from "../../platform/clock.ts";
import { clockNow } from "../../platform/page-time.ts";

/**
 * Each check halts the page until the browser's media thread has time. Eyes need no more checks
 * than this.
 */
const checkEveryMs = 300;
const speakingLevel = 0.02;
const quietAfterMs = 800;
/** An older level says nothing about now. */
const freshMs = 500;

export function watchSpeech(options: {
  clock: Clock;
  /** 0 to 1. */
  readLevel: () => number;
  onChange: (isSpeaking: boolean) => void;
}): { stop: () => void } {
  const { clock } = options;
  let isSpeaking = false;
  let heardAtMs = Number.NEGATIVE_INFINITY;
  let cancel = clock.after(checkEveryMs, check);

  function check() {
    cancel = clock.after(checkEveryMs, check);
    if (options.readLevel() >= speakingLevel) heardAtMs = clock.now();
    const isNow = clock.now() - heardAtMs < quietAfterMs;
    if (isNow === isSpeaking) return;
    isSpeaking = isNow;
    options.onChange(isSpeaking);
  }

  return { stop: () => cancel() };
}

export function readAudioLevel(connection: RTCPeerConnection): number {
  const receiver = connection.getReceivers().find(({ track }) => track.kind === "audio");
  const [source] = receiver?.getSynchronizationSources() ?? [];
  if (source === undefined || clockNow() - source.timestamp > freshMs) return 0;
  return source.audioLevel ?? 0;
}
