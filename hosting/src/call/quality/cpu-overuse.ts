// When to go down the resolution ladder and up again. Down after some seconds of overload (CPU or
// bandwidth), up after a longer time without it. The time grows when a step up brings the overload
// back: a video that keeps changing its size is worse than a small one.

import type { PeerStats } from "../statistics/connection-stats.ts";

export interface Overload {
  /** How far down the ladder. */
  readonly stepsDown: number;
  /** Since when `isOverloaded` has its value. Null before the first reading. */
  readonly sinceMs: number | null;
  readonly isOverloaded: boolean;
  readonly steppedUpAtMs: number;
  readonly recoveryMs: number;
}

const overloadedForMs = 5_000;
const shortestRecoveryMs = 15_000;
const longestRecoveryMs = 120_000;
/** Overload this soon after a step up was caused by it. */
const relapseWithinMs = 20_000;
const maxSteps = 4;

export const noOverload: Overload = {
  stepsDown: 0,
  sinceMs: null,
  isOverloaded: false,
  steppedUpAtMs: Number.NEGATIVE_INFINITY,
  recoveryMs: shortestRecoveryMs,
};

/**
 * Browsers call the first, small frames of a call "limited by bandwidth" for many seconds. So the
 * target bitrate has to be clearly short, too.
 */
export function isBandwidthShort(stats: Pick<PeerStats, "limitation" | "targetBps">, plannedBps: number): boolean {
  const { limitation, targetBps } = stats;
  return limitation === "bandwidth" && targetBps !== null && targetBps < plannedBps / 2;
}

/** To be called every few seconds. */
export function judgeOverload(overload: Overload, isOverloaded: boolean, nowMs: number): Overload {
  if (overload.sinceMs === null || overload.isOverloaded !== isOverloaded)
    return { ...overload, isOverloaded, sinceMs: nowMs };
  const lastedMs = nowMs - overload.sinceMs;
  if (isOverloaded && lastedMs >= overloadedForMs && overload.stepsDown < maxSteps) {
    const isRelapse = nowMs - overload.steppedUpAtMs <= relapseWithinMs;
    const recoveryMs = isRelapse ? Math.min(overload.recoveryMs * 2, longestRecoveryMs) : shortestRecoveryMs;
    return { ...overload, stepsDown: overload.stepsDown + 1, sinceMs: nowMs, recoveryMs };
  }
  if (!isOverloaded && overload.stepsDown > 0 && lastedMs >= overload.recoveryMs) {
    return { ...overload, stepsDown: overload.stepsDown - 1, sinceMs: nowMs, steppedUpAtMs: nowMs };
  }
  return overload;
}
