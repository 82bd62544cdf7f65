// The first pictures of a connection are small. Nothing is known of the line yet, so the browser sends at a low rate and holds a
// large first picture back until it fits: measured, a 1280x720 camera is seen after 281 ms, its first pictures at a quarter after 57.
import type { VideoLimits } from "./resolution-ladder.ts";

/** The sizes on the way up, and until when each holds, in ms since the first picture was let go. */
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
