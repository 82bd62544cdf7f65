// The one way to say no: a code of the contract's table and a sentence for developers. Whatever else is thrown answers `internal`.
import type { ErrorBody, ErrorCode } from "@meetogram/contract";

export class ApiError extends Error {
  readonly code: ErrorCode;
  /** When asking again makes sense; sent as `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, retryAfterSeconds?: number) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  toBody(): ErrorBody {
    return { code: this.code, message: this.message };
  }
}
