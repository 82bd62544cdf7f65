// The Express application around one route: CORS, caching, rate limits before it; unknown paths and errors after it. Nothing
// that was not expected leaves it: such an error is reported, and answered `internal` without detail.
import { errorStatuses } from "@meetogram/contract";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from "express";
import { ApiError } from "../api-error.ts";
import { limitCallers } from "./limit-callers.ts";

export interface AppOptions {
  readonly router: Router;
  /** Told of every error that nobody expected. */
  readonly report: (error: unknown) => void;
  readonly requestsPerMinute?: number;
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

/** What one address may ask of one instance; whole offices share an address. */
const defaultRequestsPerMinute = 120;
/** Below the time limit of the functions, so that the answer is ours. */
const defaultTimeoutMs = 20_000;

export function createApp(options: AppOptions): Express {
  const { router, report, requestsPerMinute = defaultRequestsPerMinute, timeoutMs = defaultTimeoutMs, now } = options;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(openToEverybody);
  app.use(limitCallers(requestsPerMinute, now));
  app.use(answerInTime(timeoutMs));
  app.use(router);
  app.use(() => {
    throw new ApiError("not-found", "There is nothing at this path.");
  });
  app.use(answerError(report));
  return app;
}

const openToEverybody: RequestHandler = (_request, response, next) => {
  response.set("Access-Control-Allow-Origin", "*");
  response.set("Access-Control-Expose-Headers", "Retry-After, RateLimit, RateLimit-Policy");
  response.set("Cache-Control", "no-store");
  response.set("X-Content-Type-Options", "nosniff");
  next();
};

/** An answer that takes longer will not come: its caller is told, and its error, if it has one, is reported when it does. */
function answerInTime(timeoutMs: number): RequestHandler {
  return (_request, response, next) => {
    const timer = setTimeout(() => {
      if (!response.headersSent) next(new Error(`No answer within ${timeoutMs} ms.`));
    }, timeoutMs);
    response.once("close", () => clearTimeout(timer));
    next();
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
