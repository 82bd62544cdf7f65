// Asks the person which screen, window or tab to share. The stream belongs to the caller. Nothing
// is kept here.
import { isBySystem } from "./media-problem.ts";

/**
 * "blocked": the operating system does not let the browser record. "missing": it has nothing to
 * record.
 */
export type ScreenProblem = "blocked" | "missing" | "failed";

export function nameScreenProblem(error: unknown): ScreenProblem {
  if (!(error instanceof Error)) return "failed";
  if (error.name === "NotAllowedError" && isBySystem(error.message)) return "blocked";
  return error.name === "NotFoundError" ? "missing" : "failed";
}

export function canCaptureScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === "function";
}

/** Null when the person chose nothing. Must be called in a press on a button. */
export async function captureScreen(options: DisplayMediaStreamOptions = {}): Promise<MediaStream | null> {
  const constraints: DisplayMediaStreamOptions & { selfBrowserSurface: string; surfaceSwitching: string } = {
    // Text needs pixels more than frames. A shared film still gets 15 frames/s.
    video: { height: { max: 1080 }, frameRate: { max: 15 } },
    audio: true,
    selfBrowserSurface: "exclude",
    surfaceSwitching: "include",
    ...options,
  };
  try {
    return await navigator.mediaDevices.getDisplayMedia(constraints);
  } catch (error) {
    const isRefused = error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError");
    if (isRefused && nameScreenProblem(error) === "failed") return null;
    throw error;
  }
}
