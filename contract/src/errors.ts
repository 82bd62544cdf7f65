// The table of errors. Every error answer has one of these codes, with the HTTP status given here.

export const errorStatuses = {
  "invalid-request": 400,
  "room-expired": 400,
  "app-check-required": 401,
  "wrong-link": 403,
  "wrong-password": 403,
  removed: 403,
  refused: 403,
  "room-locked": 403,
  "host-only": 403,
  "wrong-challenge": 403,
  "challenge-expired": 403,
  "insufficient-work": 403,
  "room-not-found": 404,
  "participant-not-found": 404,
  "app-check-off": 404,
  "not-found": 404,
  "method-not-allowed": 405,
  "already-connected": 409,
  "room-full": 409,
  "host-expected": 409,
  "idempotency-conflict": 409,
  "too-large": 413,
  "unsupported-media-type": 415,
  "rate-limited": 429,
  internal: 500,
  "app-check-unavailable": 503,
} as const;

export type ErrorCode = keyof typeof errorStatuses;

/**
 * The body of every error answer. `message` is for developers; user interfaces translate `code`.
 */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(errorStatuses, value);
}
