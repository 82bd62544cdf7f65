// When to step down the ladder and up again. Down after some seconds of overload; up after a longer calm, and ever more reluctantly
// when the step up was followed by overload once more: a picture that keeps changing its size is worse than a small one.

import type { PeerStats } from "../statistics/connection-stats.ts";

export interface Strain {
  /** How far down the ladder. */
  readonly steps: number;
  /** Since when it is as it is now; null before the first look. */
  readonly sinceMs: number | null;
  readonly isStrained: boolean;
  readonly raisedAtMs: number;
  readonly calmNeededMs: number;
}

const strainedForMs = 5_000;
const shortestCalmMs = 15_000;
const longestCalmMs = 120_000;
/** Overload so soon after a step up was caused by it. */
const relapseWithinMs = 20_000;
const maxSteps = 4;

export const noStrain: Strain = {
  steps: 0,
  sinceMs: null,
  isStrained: false,
  raisedAtMs: Number.NEGATIVE_INFINITY,
  calmNeededMs: shortestCalmMs,
};

/** Browsers call the first, small pictures of a call "limited by bandwidth" for many seconds: so it is only where the line falls short. */
export function isLineShort(stats: Pick<PeerStats, "limitation" | "targetBps">, plannedBps: number): boolean {
  const { limitation, targetBps } = stats;
  return limitation === "bandwidth" && targetBps !== null && targetBps < plannedBps / 2;
}

/** To be asked every few seconds. */
export function judgeStrain(strain: Strain, isStrained: boolean, nowMs: number): Strain {
  if (strain.sinceMs === null || strain.isStrained !== isStrained) return { ...strain, isStrained, sinceMs: nowMs };
  const lastedMs = nowMs - strain.sinceMs;
  if (isStrained && lastedMs >= strainedForMs && strain.steps < maxSteps) {
    const isRelapse = nowMs - strain.raisedAtMs <= relapseWithinMs;
    const calmNeededMs = isRelapse ? Math.min(strain.calmNeededMs * 2, longestCalmMs) : shortestCalmMs;
    return { ...strain, steps: strain.steps + 1, sinceMs: nowMs, calmNeededMs };
  }
  if (!isStrained && strain.steps > 0 && lastedMs >= strain.calmNeededMs) {
    return { ...strain, steps: strain.steps - 1, sinceMs: nowMs, raisedAtMs: nowMs };
  }
  return strain;
}
