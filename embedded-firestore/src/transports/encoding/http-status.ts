// A status in HTTP: the response code and the error body of Google's REST APIs.

import { FirestoreError, type StatusName } from "../../engine/index.ts";

const httpCodes: Readonly<Record<StatusName, number>> = {
  CANCELLED: 499,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  UNAUTHENTICATED: 401,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 409,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

export interface ErrorBody {
  readonly error: { readonly code: number; readonly message: string; readonly status: StatusName };
}

/** Unexpected errors reveal nothing to the client. */
export function errorBodyOf(error: unknown): ErrorBody {
  const { status, message } =
    error instanceof FirestoreError ? error : new FirestoreError("INTERNAL", "Internal error.");
  return { error: { code: httpCodes[status], message, status } };
}
