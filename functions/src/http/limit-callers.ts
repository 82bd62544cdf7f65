// Limits the requests of one network to one instance. Every answer reports the limit
// (draft-ietf-httpapi-ratelimit-headers).
import type { RequestHandler } from "express";
import { ApiError } from "../api-error.ts";
import { readCaller } from "./caller.ts";
import { createRateLimit, type Allowance } from "./rate-limit.ts";

/** Each of Hosting's proxies serves many people. */
const hopFactor = 20;

export function limitCallers(requestsPerMinute: number, now?: () => number): RequestHandler {
  const clients = createRateLimit(requestsPerMinute, now);
  const hops = createRateLimit(requestsPerMinute * hopFactor, now);
  return (request, response, next) => {
    const { client, hop } = readCaller(request);
    const limits: [string, number, Allowance][] = [];
    if (client !== undefined) limits.push(["caller", clients.perMinute, clients.take(client)]);
    if (hop !== undefined) limits.push(["hop", hops.perMinute, hops.take(hop)]);
    // The answer reports the limit that is reached first.
    const [nearest] = limits.sort(([, , a], [, , b]) => b.waitSeconds - a.waitSeconds || a.remaining - b.remaining);
    if (!nearest) {
      next();
      return;
    }
    const [name, perMinute, { waitSeconds, remaining, resetSeconds }] = nearest;
    response.set("RateLimit-Policy", `"${name}";q=${perMinute};w=60`);
    response.set("RateLimit", `"${name}";r=${remaining};t=${resetSeconds}`);
    next(
      waitSeconds > 0 ? new ApiError("rate-limited", "Too many requests from this address.", waitSeconds) : undefined,
    );
  };
}
