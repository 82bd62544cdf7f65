// Limits the requests of each network of a caller to one instance. Every answer reports the limit
// (draft-ietf-httpapi-ratelimit-headers).
import type { RequestHandler } from "express";
import { ApiError } from "../api-error.ts";
import { readCaller } from "./caller.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";

export function limitCallers(requestsPerMinute: number, now?: () => number): RequestHandler {
  const byShare = new Map<number, RateLimit>();

  function limitOf(share: number): RateLimit {
    const limit = byShare.get(share) ?? createRateLimit(requestsPerMinute * share, now);
    byShare.set(share, limit);
    return limit;
  }

  return (request, response, next) => {
    const allowances = readCaller(request).map(({ kind, address, share }) => {
      const limit = limitOf(share);
      return { kind, perMinute: limit.perWindow, ...limit.take(`${kind} ${address}`) };
    });
    // The answer reports the limit that is reached first.
    const [nearest] = allowances.sort((a, b) => b.waitSeconds - a.waitSeconds || a.remaining - b.remaining);
    if (!nearest) {
      next();
      return;
    }
    const { kind, perMinute, waitSeconds, remaining, resetSeconds } = nearest;
    response.set("RateLimit-Policy", `"${kind}";q=${perMinute};w=60`);
    response.set("RateLimit", `"${kind}";r=${remaining};t=${resetSeconds}`);
    next(
      waitSeconds > 0 ? new ApiError("rate-limited", "Too many requests from this address.", waitSeconds) : undefined,
    );
  };
}
