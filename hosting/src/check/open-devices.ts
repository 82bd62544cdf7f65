// Opens camera and microphone as a call does, with the same constraints and in one request.
import { defaultCapture } from "../media/capture-constraints.ts";
import type { TrackKind } from "../media/local-media.ts";
import type { MediaProblem } from "../media/media-problem.ts";
import { requestTracks } from "../media/request-tracks.ts";
import type { Clock } from "../platform/clock.ts";
import { within } from "./poll.ts";

export type Opened = MediaStreamTrack | MediaProblem | "unanswered";
export type OpenedDevices = Readonly<Record<TrackKind, Opened>>;

/** A person reads the browser's question, and looks for the camera's switch. */
const answerWaitMs = 45_000;

/** A track that comes after this has given up is stopped: no light stays on. */
export async function openDevices(clock: Clock, signal: AbortSignal): Promise<OpenedDevices> {
  const opened: Record<TrackKind, Opened> = { audio: "unanswered", video: "unanswered" };
  let isWaiting = true;
  const asked = requestTracks(["audio", "video"], {
    deviceOf: () => null,
    captureOf: (kind) => defaultCapture[kind],
    isCurrent: () => isWaiting && !signal.aborted,
    onTrack: (kind, track) => (opened[kind] = track),
    onProblem: (kind, problem) => (opened[kind] = problem),
  });
  await within(asked, clock, answerWaitMs);
  isWaiting = false;
  return opened;
}
