// Audio first: on a network that does not carry speech and a useful picture, the camera is paused
// towards that participant, audio is sent with fewer bits, and both are told. A browser that sends
// little learns little about the network, so the way back is a small picture, sent on trial. Each
// trial that fails makes the next one come later.
import type { PeerStats } from "../statistics/connection-stats.ts";
import { audioBitrateBps, narrowAudioBitrateBps, tightAudioBitrateBps } from "./resolution-ladder.ts";

export interface AudioFirst {
  /** "trial": a small picture is sent, and not announced yet. */
  readonly phase: "both" | "paused" | "trial";
  readonly sinceMs: number;
  /** Readings in a row that speak for the next phase. */
  readonly readings: number;
  /** How long the next pause lasts. */
  readonly pauseMs: number;
}

/**
 * Redundant audio with its headers takes about 100 kbit/s. With less than half of that left, faces
 * are a few pixels high and stand still, and audio waits behind them.
 */
const tooNarrowBps = 150_000;
const wideEnoughBps = 180_000;
/** Hardly enough for audio: several connections may share a narrow line. */
const tightBps = 70_000;
/** One reading may be the browser's first guess, or a moment. */
const readingsUntilChange = 2;
const shortestPauseMs = 16_000;
const longestPauseMs = 120_000;
const trialForMs = 6_000;
/** A pause this soon after a return was caused by it. */
const relapseWithinMs = 20_000;

export const noPause: AudioFirst = {
  phase: "both",
  sinceMs: Number.NEGATIVE_INFINITY,
  readings: 0,
  pauseMs: shortestPauseMs,
};

/** To be called with each reading, while both have entered. */
export function judgeAudioFirst(
  before: AudioFirst,
  { availableBps }: Pick<PeerStats, "availableBps">,
  /** The camera would be sent. Without it, nothing is learned and nobody waits for a picture. */
  isCameraWanted: boolean,
  nowMs: number,
): AudioFirst {
  const lastedMs = nowMs - before.sinceMs;
  const enter = (phase: AudioFirst["phase"], pauseMs: number): AudioFirst => ({
    ...{ phase, pauseMs },
    ...{ sinceMs: nowMs, readings: 0 },
  });
  const longerMs = Math.min(before.pauseMs * 2, longestPauseMs);
  if (availableBps === null || !isCameraWanted) {
    return before.phase === "trial" ? enter("paused", before.pauseMs) : { ...before, readings: 0 };
  }
  const count = (speaksForIt: boolean) => (speaksForIt ? before.readings + 1 : 0);
  switch (before.phase) {
    case "both": {
      const readings = count(availableBps < tooNarrowBps);
      if (readings < readingsUntilChange) return { ...before, readings };
      return enter("paused", lastedMs <= relapseWithinMs ? longerMs : shortestPauseMs);
    }
    case "paused":
      // There a trial disturbs speech most, and promises least.
      return lastedMs >= before.pauseMs * (availableBps < tightBps ? 2 : 1) ? enter("trial", before.pauseMs) : before;
    case "trial": {
      const readings = count(availableBps >= wideEnoughBps);
      if (readings >= readingsUntilChange) return enter("both", before.pauseMs);
      return lastedMs >= trialForMs ? enter("paused", longerMs) : { ...before, readings };
    }
  }
}

/** Of the voice towards that participant. */
export function limitAudioBps({ phase }: AudioFirst, availableBps: number | null): number {
  if (phase === "both") return audioBitrateBps;
  return availableBps !== null && availableBps < tightBps ? tightAudioBitrateBps : narrowAudioBitrateBps;
}
