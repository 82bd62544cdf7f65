// What the log says of a step that failed: codes and statuses, never what was sent or answered.
import { ApiError } from "@meetogram/client";

/** Firestore or Auth has refused. `status` is Google's word for it, such as PERMISSION_DENIED. */
export class RefusedError extends Error {
  readonly status: string;

  constructor(service: string, httpStatus: number, status: string) {
    super(`${service} answered ${httpStatus} ${status}.`);
    this.name = "RefusedError";
    this.status = status;
  }
}

export class CheckError extends Error {
  readonly step: string;
  readonly reason: string;

  constructor(step: string, cause: unknown) {
    super(`${step} failed`, { cause });
    this.name = "CheckError";
    this.step = step;
    this.reason = describe(cause);
  }
}

function describe(cause: unknown): string {
  if (cause instanceof ApiError) return `${cause.code} (${cause.status})`;
  const { name, message, cause: deeper } = cause as Error;
  // `fetch` says only that it failed. Why is in the error below.
  const { code } = (deeper ?? {}) as { readonly code?: unknown };
  return typeof code === "string" ? `${name}: ${code}` : `${name}: ${message}`;
}

/** Resolves if the request is refused with that code. */
export async function expectRefusal(request: Promise<unknown>, code: string): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (error instanceof ApiError ? error.code === code : error instanceof RefusedError && error.status === code)
      return;
    throw error;
  }
  throw new Error(`What should be refused with ${code} was allowed.`);
}
