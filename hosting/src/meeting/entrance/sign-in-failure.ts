// What a failed sign-in means. Only the sign-in's own word for it says that there was no answer.
// Everything else is unexpected, and the person is not told to look after the network.
import { ApiError } from "../../api/client.ts";

export function nameSignInFailure(cause: unknown): unknown {
  const { code } = (cause ?? {}) as { code?: unknown };
  return code === "no-answer" ? new ApiError("network", 0, { cause }) : cause;
}
