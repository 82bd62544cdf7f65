// The only error type of this package. Its code is the server's, or "network" if no answer of this
// API arrived.
import type { ErrorCode } from "@meetogram/contract";
import { isErrorCode } from "./routes.ts";

export interface ApiErrorOptions {
  readonly message?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly requestID?: string | undefined;
  readonly cause?: unknown;
}

export class ApiError extends Error {
  readonly code: ErrorCode | "network";
  /** The HTTP status; 0 if there was no answer at all. */
  readonly status: number;
  /** How long the server asks the caller to wait. */
  readonly retryAfterMs: number | undefined;
  /** Finds the request in the log of the server. */
  readonly requestID: string | undefined;

  constructor(code: ErrorCode | "network", status: number, options: ApiErrorOptions = {}) {
    const { message, retryAfterMs, requestID, cause } = options;
    super(message ?? `${code} (${status})`, { cause });
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.requestID = requestID;
  }
}

/**
 * Maps a code that this version does not know to `internal`; the status says whose fault it was.
 */
export function readError(response: Response, answer: object): ApiError {
  const { code, message } = answer as { code?: unknown; message?: unknown };
  const retryAfterSeconds = Number.parseFloat(response.headers.get("retry-after") ?? "");
  return new ApiError(isErrorCode(code) ? code : "internal", response.status, {
    message: typeof message === "string" ? message : undefined,
    retryAfterMs: retryAfterSeconds >= 0 ? retryAfterSeconds * 1_000 : undefined,
    requestID: response.headers.get("x-request-id") ?? undefined,
  });
}
