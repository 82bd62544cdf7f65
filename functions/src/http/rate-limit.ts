// A token bucket for each caller of one instance. Callers are known by an HMAC under a key that dies with the process: no
// address is kept. The bound of the whole service is this limit times maxInstances.
import { createHmac, randomBytes } from "node:crypto";

interface Bucket {
  tokens: number;
  atMs: number;
}

export interface RateLimit {
  /** Takes one token; seconds to wait when there is none, otherwise 0. */
  take(caller: string): number;
}

const maxCallers = 10_000;

export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  const key = randomBytes(32);
  const buckets = new Map<string, Bucket>();
  const tokensPerMs = perMinute / 60_000;

  return {
    take(caller) {
      const id = createHmac("sha256", key).update(caller).digest("base64url");
      const nowMs = now();
      const bucket = buckets.get(id) ?? { tokens: perMinute, atMs: nowMs };
      const tokens = Math.min(perMinute, bucket.tokens + (nowMs - bucket.atMs) * tokensPerMs);
      const isAllowed = tokens >= 1;
      // Set anew, so that the map stays in order of last use and its first key is the one to forget.
      buckets.delete(id);
      buckets.set(id, { tokens: isAllowed ? tokens - 1 : tokens, atMs: nowMs });
      if (buckets.size > maxCallers) {
        buckets.delete(buckets.keys().next().value as string);
      }
      return isAllowed ? 0 : Math.ceil((1 - tokens) / tokensPerMs / 1000);
    },
  };
}
