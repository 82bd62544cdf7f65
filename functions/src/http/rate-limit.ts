// A token bucket for each caller of one instance. An HMAC identifies a caller; its key changes
// every hour and never leaves the process, so no address is kept. The limit of the whole service is
// this one multiplied by maxInstances.
import { createHmac, randomBytes } from "node:crypto";

interface Bucket {
  tokens: number;
  atMs: number;
}

export interface Allowance {
  /** Seconds until a request is allowed; 0 if this one is. */
  readonly waitSeconds: number;
  /** How many requests are left. */
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly resetSeconds: number;
}

export interface RateLimit {
  /** How many requests a full bucket has. */
  readonly perWindow: number;
  /** Takes one token, if there is one. */
  take(caller: string): Allowance;
}

const maxCallers = 10_000;
/** A new key forgets everybody. That is harmless: a bucket fills within a minute. */
const keyLifeMs = 60 * 60_000;

/** An empty bucket is full again after the window. */
export function createRateLimit(perWindow: number, now: () => number = Date.now, windowMs: number = 60_000): RateLimit {
  let key = randomBytes(32);
  let keyBornAtMs = now();
  const buckets = new Map<string, Bucket>();
  const tokensPerMs = perWindow / windowMs;

  function renewKey(nowMs: number): void {
    if (nowMs - keyBornAtMs < keyLifeMs) return;
    key = randomBytes(32);
    keyBornAtMs = nowMs;
    buckets.clear();
  }

  return {
    perWindow,
    take(caller) {
      const nowMs = now();
      renewKey(nowMs);
      const id = createHmac("sha256", key).update(caller).digest("base64url");
      const bucket = buckets.get(id) ?? { tokens: perWindow, atMs: nowMs };
      const saved = Math.min(perWindow, bucket.tokens + (nowMs - bucket.atMs) * tokensPerMs);
      const isAllowed = saved >= 1;
      const tokens = isAllowed ? saved - 1 : saved;
      // Inserted again, so that the map is in order of last use, and its first key is the oldest.
      buckets.delete(id);
      buckets.set(id, { tokens, atMs: nowMs });
      if (buckets.size > maxCallers) {
        buckets.delete(buckets.keys().next().value as string);
      }
      const secondsUntil = (count: number): number => Math.ceil((count - tokens) / tokensPerMs / 1000);
      return {
        waitSeconds: isAllowed ? 0 : secondsUntil(1),
        remaining: Math.floor(tokens),
        resetSeconds: secondsUntil(perWindow),
      };
    },
  };
}
