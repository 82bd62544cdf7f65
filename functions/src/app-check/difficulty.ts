// How much work a caller has to do. A network has an allowance for an hour. While less than half of
// it is left, the work is doubled; while less than a quarter is left, doubled again; and so on up
// to 16 times. Nobody is refused for having asked often: many people may share a network.
import { maxChallengeBits } from "@meetogram/contract";
import type { Caller } from "../caller.ts";
import { createRateLimit, type RateLimit } from "../http/rate-limit.ts";

const challengesPerHour = 256;
const maxExtraBits = 4;
const hourMs = 60 * 60_000;

/** For one instance, like every limit of callers. */
export function createDifficulty(now?: () => number): (caller: Caller, baseBits: number) => number {
  const byShare = new Map<number, RateLimit>();

  function limitOf(share: number): RateLimit {
    const limit = byShare.get(share) ?? createRateLimit(challengesPerHour * share, now, hourMs);
    byShare.set(share, limit);
    return limit;
  }

  return (caller, baseBits) => {
    const extra = caller.map(({ kind, address, share }) => {
      const { remaining } = limitOf(share).take(`${kind} ${address}`);
      return Math.floor(Math.log2((challengesPerHour * share) / (remaining + 1)));
    });
    return Math.min(maxChallengeBits, baseBits + Math.min(maxExtraBits, Math.max(0, ...extra)));
  };
}
