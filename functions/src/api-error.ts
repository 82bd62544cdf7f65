// The error type of refusals: a code of the contract's table, and a sentence for developers. Any
// other thrown value is answered `internal`.
import type { ErrorBody, ErrorCode } from "@meetogram/contract";

export class ApiError extends Error {
  readonly code: ErrorCode;
  /** When a retry makes sense; sent as `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  /** A `cause` is reported, and not sent. */
  constructor(code: ErrorCode, message: string, retryAfterSeconds?: number, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  toBody(): ErrorBody {
    return { code: this.code, message: this.message };
  }
}
