// Why a device could not be opened, in the categories that the interface explains.
// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia

/**
 * "dismissed": the prompt was closed without an answer, so the browser may ask again. "blocked":
 * the operating system refuses, whatever the browser allows. "unsupported": the browser opens no
 * device for any page, as some inside of other programs do.
 */
export type MediaProblem = "denied" | "blocked" | "dismissed" | "missing" | "in-use" | "unsupported" | "unknown";

export function canCapture(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === "function";
}

/** `permission` is the state after the refusal, or null where the browser does not report it. */
export function nameMediaProblem(error: unknown, permission: PermissionState | null): MediaProblem {
  const { name, message } = error instanceof Error ? error : { name: "", message: "" };
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      if (isBySystem(message)) return "blocked";
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

/** Some browsers have the question and never answer it. */
const answerWaitMs = 1_000;
/** Only Chromium tells. Elsewhere a refusal by the system looks like one by the person. */
export function isBySystem(message: string): boolean {
  return /by system/i.test(message);
}

export async function queryPermission(kind: "audio" | "video"): Promise<PermissionState | null> {
  const name = (kind === "audio" ? "microphone" : "camera") as PermissionName;
  const silence = new Promise<null>((resolve) => setTimeout(resolve, answerWaitMs, null));
  try {
    return (await Promise.race([navigator.permissions.query({ name }), silence]))?.state ?? null;
  } catch {
    return null;
  }
}
