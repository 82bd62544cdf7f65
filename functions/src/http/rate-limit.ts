// A token bucket for each caller of one instance. Callers are known by an HMAC under a key that is renewed every hour and dies with
// the process: no address is kept. The bound of the whole service is this limit times maxInstances.
import { createHmac, randomBytes } from "node:crypto";

interface Bucket {
  tokens: number;
  atMs: number;
}

export interface Allowance {
  /** Seconds until one request is allowed; 0 when this one is. */
  readonly waitSeconds: number;
  /** Whole requests that are left. */
  readonly remaining: number;
  /** Seconds until all are there again. */
  readonly resetSeconds: number;
}

export interface RateLimit {
  readonly perMinute: number;
  /** Takes one token, where there is one. */
  take(caller: string): Allowance;
}

const maxCallers = 10_000;
/** Renewing forgets everybody: an hour is long beside the minute in which a bucket fills. */
const keyLifeMs = 60 * 60_000;

export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  let key = randomBytes(32);
  let keyBornAtMs = now();
  const buckets = new Map<string, Bucket>();
  const tokensPerMs = perMinute / 60_000;

  function renewKey(nowMs: number): void {
    if (nowMs - keyBornAtMs < keyLifeMs) return;
    key = randomBytes(32);
    keyBornAtMs = nowMs;
    buckets.clear();
  }

  return {
    perMinute,
    take(caller) {
      const nowMs = now();
      renewKey(nowMs);
      const id = createHmac("sha256", key).update(caller).digest("base64url");
      const bucket = buckets.get(id) ?? { tokens: perMinute, atMs: nowMs };
      const saved = Math.min(perMinute, bucket.tokens + (nowMs - bucket.atMs) * tokensPerMs);
      const isAllowed = saved >= 1;
      const tokens = isAllowed ? saved - 1 : saved;
      // Set anew, so that the map stays in order of last use and its first key is the one to forget.
      buckets.delete(id);
      buckets.set(id, { tokens, atMs: nowMs });
      if (buckets.size > maxCallers) {
        buckets.delete(buckets.keys().next().value as string);
      }
      const secondsUntil = (count: number): number => Math.ceil((count - tokens) / tokensPerMs / 1000);
      return {
        waitSeconds: isAllowed ? 0 : secondsUntil(1),
        remaining: Math.floor(tokens),
        resetSeconds: secondsUntil(perMinute),
      };
    },
  };
}
