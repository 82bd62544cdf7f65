// The first frames of a connection are small. The browser knows nothing of the network yet, so it
// starts at a low bitrate and holds a large first frame back until it fits. Measured: the first
// frame of a 1280x720 camera is seen after 281 ms, at a quarter of each side after 57 ms.
import type { VideoLimits } from "./resolution-ladder.ts";

/** The sizes on the way up, and until when each holds, in ms since sending started. */
const steps = [
  { untilMs: 400, shortSidePx: 180 },
  { untilMs: 1_200, shortSidePx: 360 },
] as const;

/** When the limits change by themselves. */
export const startStepsMs: readonly number[] = steps.map(({ untilMs }) => untilMs);

export function startSmall(limits: VideoLimits, sinceStartMs: number): VideoLimits {
  const step = steps.find(({ untilMs }) => sinceStartMs < untilMs);
  if (step === undefined || step.shortSidePx >= limits.shortSidePx) return limits;
  return { ...limits, shortSidePx: step.shortSidePx };
}
