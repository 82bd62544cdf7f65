// What a failed sign-in means. Only Auth's own word for it says that there was no answer.
// Everything else is unexpected, and the person is not told to look after the network.
// https://firebase.google.com/docs/reference/js/auth#autherrorcodes
import { ApiError } from "../../api/client.ts";

export function nameSignInFailure(cause: unknown): unknown {
  const { code } = (cause ?? {}) as { code?: unknown };
  return code === "auth/network-request-failed" ? new ApiError("network", 0, { cause }) : cause;
}
