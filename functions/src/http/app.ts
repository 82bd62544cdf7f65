// The Express application around one route. Before the route: CORS, caching, rate limits. After it:
// unknown paths and errors. An unexpected error is reported, and answered `internal` without
// details.
import { errorStatuses } from "@meetogram/contract";
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import { ApiError } from "../api-error.ts";
import { trustProxies } from "./caller.ts";
import { limitCallers } from "./limit-callers.ts";
import { noteRequest } from "./request-log.ts";

export interface AppOptions {
  readonly router: Router;
  /** Called with every unexpected error, and with the cause of an expected one. */
  readonly report: (error: unknown, response: Response) => void;
  readonly requestsPerMinute?: number;
  /** Networks of proxies in front of the function, beside the platform's own. */
  readonly trustedProxies?: readonly string[];
  /** False in the Functions emulator: whoever calls it has written the whole X-Forwarded-For. */
  readonly hasPlatform?: boolean;
  /** Stands before the route: it may refuse a request. */
  readonly guard?: RequestHandler | undefined;
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

/** For one network at one instance. A whole office may share an address. */
const defaultRequestsPerMinute = 120;
/** Below the time limit of the functions, so that this code answers, not the platform. */
const defaultTimeoutMs = 20_000;

export function createApp(options: AppOptions): Express {
  const { router, report, requestsPerMinute = defaultRequestsPerMinute, timeoutMs = defaultTimeoutMs, now } = options;
  const { trustedProxies = [], hasPlatform = true, guard } = options;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  trustProxies(app, trustedProxies, hasPlatform);
  app.use(setCommonHeaders);
  app.use(limitCallers(requestsPerMinute, now));
  app.use(limitAnswerTime(timeoutMs));
  if (guard) app.use(guard);
  app.use(router);
  app.use(() => {
    throw new ApiError("not-found", "There is nothing at this path.");
  });
  app.use(handleError(report));
  return app;
}

const setCommonHeaders: RequestHandler = (_request, response, next) => {
  response.set("Access-Control-Allow-Origin", "*");
  response.set("Access-Control-Expose-Headers", "Retry-After, RateLimit, RateLimit-Policy, X-Request-Id");
  response.set("Cache-Control", "no-store");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("X-Robots-Tag", "noindex, nofollow");
  next();
};

/** After this time the caller gets an error. An error that the route throws later is reported. */
function limitAnswerTime(timeoutMs: number): RequestHandler {
  return (_request, response, next) => {
    const timer = setTimeout(() => {
      if (!response.headersSent) next(new Error(`No answer within ${timeoutMs} ms.`));
    }, timeoutMs);
    response.once("close", () => clearTimeout(timer));
    next();
  };
}

function handleError(report: AppOptions["report"]): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      report(error, response);
      next(error);
      return;
    }
    const expected = toApiError(error);
    if (!expected || expected.cause !== undefined) {
      report(expected?.cause ?? error, response);
    }
    const answered = expected ?? new ApiError("internal", "Something went wrong on our side.");
    noteRequest(response, { code: answered.code });
    if (answered.retryAfterSeconds !== undefined) {
      response.set("Retry-After", String(answered.retryAfterSeconds));
    }
    response.status(errorStatuses[answered.code]).json(answered.toBody());
  };
}

/** Errors of Express and its body parser about a faulty request have a status below 500. */
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
