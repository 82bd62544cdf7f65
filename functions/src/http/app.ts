// The Express application around one route: CORS, caching, rate limits before it; unknown paths and errors after it. Nothing
// that was not expected leaves it: such an error is reported, and answered `internal` without detail.
import { errorStatuses } from "@meetogram/contract";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from "express";
import { ApiError } from "../api-error.ts";
import { callerOf } from "./caller.ts";
import { createRateLimit } from "./rate-limit.ts";

export interface AppOptions {
  readonly router: Router;
  /** Told of every error that nobody expected. */
  readonly report: (error: unknown) => void;
  readonly requestsPerMinute?: number;
  readonly now?: () => number;
}

/** What one address may ask of one instance; whole offices share an address. */
const defaultRequestsPerMinute = 120;
/** Hosting's proxies speak for many people. */
const requestsPerHop = 20;

export function createApp({ router, report, requestsPerMinute = defaultRequestsPerMinute, now }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(openToEverybody);
  app.use(limitCallers(requestsPerMinute, now));
  app.use(router);
  app.use(() => {
    throw new ApiError("not-found", "There is nothing at this path.");
  });
  app.use(answerError(report));
  return app;
}

const openToEverybody: RequestHandler = (_request, response, next) => {
  response.set("Access-Control-Allow-Origin", "*");
  response.set("Access-Control-Expose-Headers", "Retry-After");
  response.set("Cache-Control", "no-store");
  response.set("X-Content-Type-Options", "nosniff");
  next();
};

function limitCallers(requestsPerMinute: number, now?: () => number): RequestHandler {
  const clients = createRateLimit(requestsPerMinute, now);
  const hops = createRateLimit(requestsPerMinute * requestsPerHop, now);
  return (request, _response, next) => {
    const { client, hop } = callerOf(request);
    const waitSeconds = Math.max(client ? clients.take(client) : 0, hop ? hops.take(hop) : 0);
    next(
      waitSeconds > 0 ? new ApiError("rate-limited", "Too many requests from this address.", waitSeconds) : undefined,
    );
  };
}

function answerError(report: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      report(error);
      next(error);
      return;
    }
    const expected = toApiError(error);
    if (!expected) {
      report(error);
    }
    const answered = expected ?? new ApiError("internal", "Something went wrong on our side.");
    if (answered.retryAfterSeconds !== undefined) {
      response.set("Retry-After", String(answered.retryAfterSeconds));
    }
    response.status(errorStatuses[answered.code]).json(answered.toBody());
  };
}

/** Errors of a request that Express or its body parser found faulty carry a status below 500. */
function toApiError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) {
    return error;
  }
  switch ((error as { status?: unknown } | null)?.status) {
    case 400:
      return new ApiError("invalid-request", "The request cannot be read.");
    case 413:
      return new ApiError("too-large", "The body is too large.");
    case 415:
      return new ApiError("unsupported-media-type", "The body's encoding is not supported.");
    default:
      return undefined;
  }
}
