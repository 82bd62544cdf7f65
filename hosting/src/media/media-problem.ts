// Why a device could not be opened, in the categories that the interface explains.
// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia

/** "dismissed": the prompt was closed without an answer, so the browser may ask again. */
export type MediaProblem = "denied" | "dismissed" | "missing" | "in-use" | "unknown";

/** `permission` is the state after the refusal, or null where the browser does not report it. */
export function nameMediaProblem(error: unknown, permission: PermissionState | null): MediaProblem {
  const { name, message } = error instanceof Error ? error : { name: "", message: "" };
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return /dismiss/i.test(message) || permission === "prompt" ? "dismissed" : "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "unknown";
  }
}

export async function queryPermission(kind: "audio" | "video"): Promise<PermissionState | null> {
  const name = (kind === "audio" ? "microphone" : "camera") as PermissionName;
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    return null;
  }
}
