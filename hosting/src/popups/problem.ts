// What went wrong, in the few kinds that a person is told about. An unknown error becomes the kind
// given by the caller.

export type Problem =
  /** "network": the browser says that it is offline. "no-answer": nobody knows why. */
  | { readonly code: "network" | "no-answer" | "invalid-request" }
  /** A fault of the server, and how its operator finds the request in the log. */
  | { readonly code: "internal"; readonly requestID?: string | undefined }
  | { readonly code: "rate-limited"; readonly retryAfterMs: number }
  /** Whose messages are suspicious: the name that the sender gave, perhaps none. */
  | { readonly code: "signal-refused" | "signal-flood"; readonly person: string }
  | {
      readonly code:
        | "connect-failed"
        | "load-failed"
        | "copy-failed"
        | "other-key"
        | "connection-closed"
        | "screen-blocked"
        | "screen-missing"
        | "screen-failed"
        | "no-relay"
        | "host-expected"
        | "app-check-failed"
        | "host-failed"
        | "camera-flip-failed";
    };

/** The shape of an ApiError. Checking fields spares the start screen from loading the class. */
interface ApiFailure {
  readonly code: string;
  readonly status: number;
  readonly retryAfterMs?: number | undefined;
  readonly requestID?: string | undefined;
}

const ofAppCheck = ["app-check-required", "wrong-challenge", "challenge-expired", "insufficient-work"];

const defaultRetryAfterMs = 5_000;

export function isApiFailure(error: unknown): error is Error & ApiFailure {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "status" in error;
}

/** Evidence only when it says so: a browser that is "online" may reach nobody. */
function isOffline(): boolean {
  return typeof navigator !== "undefined" && navigator.onLine === false;
}

export function toProblem(error: unknown, otherwise: "connect-failed" | "load-failed" | "host-failed"): Problem {
  if (error instanceof Error && error.name === "NoRelayError") return { code: "no-relay" };
  if (error instanceof Error && error.name === "LoadError") return { code: "load-failed" };
  if (!isApiFailure(error)) return { code: otherwise };
  if (error.code === "network") return { code: isOffline() ? "network" : "no-answer" };
  if (error.code === "rate-limited") {
    return { code: "rate-limited", retryAfterMs: error.retryAfterMs ?? defaultRetryAfterMs };
  }
  if (error.code === "host-expected") return { code: "host-expected" };
  if (ofAppCheck.includes(error.code)) return { code: "app-check-failed" };
  return error.status >= 500 ? { code: "internal", requestID: error.requestID } : { code: "invalid-request" };
}
