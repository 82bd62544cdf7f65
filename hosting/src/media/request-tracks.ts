// Asks the browser for devices: together if that works, so that the person is asked once, and each by itself if not.
import { withDevice } from "./capture-constraints.ts";
import type { TrackKind } from "./local-media.ts";
import { nameMediaProblem, queryPermission, type MediaProblem } from "./media-problem.ts";

export interface TrackRequest {
  /** The device chosen; null for whichever there is. */
  deviceOf: (kind: TrackKind) => string | null;
  captureOf: (kind: TrackKind) => MediaTrackConstraints;
  /** False once it is not wanted any more: what arrives is stopped, what fails is not told. */
  isCurrent: (kind: TrackKind) => boolean;
  /** `isFallback`: another device than the chosen one, which is not there (any more). */
  onTrack: (kind: TrackKind, track: MediaStreamTrack, isFallback: boolean) => void;
  onProblem: (kind: TrackKind, problem: MediaProblem) => void;
}

/** Never rejects: what could not be had is told by `onProblem`. */
export async function requestTracks(
  kinds: readonly TrackKind[],
  request: TrackRequest,
  isAnyDevice = false,
): Promise<void> {
  const deviceOf = (kind: TrackKind) => (isAnyDevice ? null : request.deviceOf(kind));
  try {
    const opened = await navigator.mediaDevices.getUserMedia(
      Object.fromEntries(kinds.map((kind) => [kind, withDevice(request.captureOf(kind), deviceOf(kind))])),
    );
    for (const track of opened.getTracks()) {
      const kind = track.kind as TrackKind;
      if (request.isCurrent(kind)) request.onTrack(kind, track, isAnyDevice && request.deviceOf(kind) !== null);
      else track.stop();
    }
  } catch (error) {
    // A chosen device that is not there (any more) gives way to another.
    const isMissing = error instanceof Error && error.name === "OverconstrainedError" && !isAnyDevice;
    if (isMissing) await requestTracks(kinds, request, true);
    else await handleRefusal(kinds, request, error);
  }
}

async function handleRefusal(kinds: readonly TrackKind[], request: TrackRequest, error: unknown): Promise<void> {
  const refusals = await Promise.all(
    kinds.map(async (kind) => ({ kind, problem: nameMediaProblem(error, await queryPermission(kind)) })),
  );
  const isRefused = error instanceof Error && error.name === "NotAllowedError";
  // One question asked for both: whoever said no to it is asked again only for a kind that was allowed before.
  const isSingle = kinds.length === 1;
  for (const { kind, problem } of refusals) {
    if (!request.isCurrent(kind)) continue;
    const mayWork = !isSingle && (!isRefused || (await queryPermission(kind)) === "granted");
    if (mayWork) await requestTracks([kind], request);
    else request.onProblem(kind, problem);
  }
}
