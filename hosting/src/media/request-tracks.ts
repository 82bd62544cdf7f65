// Requests devices: in one request if that works, so that there is one prompt, otherwise each
// separately.
import { withDevice } from "./capture-constraints.ts";
import type { TrackKind } from "./local-media.ts";
import { canCapture, nameMediaProblem, queryPermission, type MediaProblem } from "./media-problem.ts";

export interface TrackRequest {
  /** The chosen device; null for any device. */
  deviceOf: (kind: TrackKind) => string | null;
  captureOf: (kind: TrackKind) => MediaTrackConstraints;
  /**
   * False when the request is no longer wanted. Its tracks are then stopped and its errors ignored.
   */
  isCurrent: (kind: TrackKind) => boolean;
  /** `isReplacement`: not the chosen device, which is missing. */
  onTrack: (kind: TrackKind, track: MediaStreamTrack, isReplacement: boolean) => void;
  onProblem: (kind: TrackKind, problem: MediaProblem) => void;
}

/** Never rejects: `onProblem` reports failures. */
export async function requestTracks(kinds: readonly TrackKind[], request: TrackRequest): Promise<void> {
  if (!canCapture()) {
    for (const kind of kinds) request.onProblem(kind, "unsupported");
    return;
  }
  try {
    const { tracks, replaced } = await openTracks(kinds, request);
    for (const track of tracks) {
      const kind = track.kind as TrackKind;
      if (request.isCurrent(kind)) request.onTrack(kind, track, replaced.includes(kind));
      else track.stop();
    }
  } catch (error) {
    await handleRefusal(kinds, request, error);
  }
}

/**
 * A missing chosen device is replaced by any other, and only that one. Browsers do not say which
 * device is missing, but they refuse before they ask the person.
 */
async function openTracks(
  kinds: readonly TrackKind[],
  request: TrackRequest,
): Promise<{ tracks: MediaStreamTrack[]; replaced: readonly TrackKind[] }> {
  const chosen = kinds.filter((kind) => request.deviceOf(kind) !== null);
  const attempts = [[], ...chosen.map((kind) => [kind]), ...(chosen.length > 1 ? [chosen] : [])];
  let missing: unknown;
  for (const replaced of attempts) {
    const deviceOf = (kind: TrackKind) => (replaced.includes(kind) ? null : request.deviceOf(kind));
    try {
      const opened = await navigator.mediaDevices.getUserMedia(
        Object.fromEntries(kinds.map((kind) => [kind, withDevice(request.captureOf(kind), deviceOf(kind))])),
      );
      return { tracks: opened.getTracks(), replaced };
    } catch (error) {
      const isMissing = error instanceof Error && error.name === "OverconstrainedError";
      if (!isMissing || !kinds.some(request.isCurrent)) throw error;
      missing = error;
    }
  }
  throw missing;
}

async function handleRefusal(kinds: readonly TrackKind[], request: TrackRequest, error: unknown): Promise<void> {
  const refusals = await Promise.all(
    kinds.map(async (kind) => ({ kind, problem: nameMediaProblem(error, await queryPermission(kind)) })),
  );
  const isRefused = error instanceof Error && error.name === "NotAllowedError";
  // One prompt covered both kinds. After a refusal, only a kind that was allowed before is
  // requested again.
  const isSingle = kinds.length === 1;
  for (const { kind, problem } of refusals) {
    if (!request.isCurrent(kind)) continue;
    const mayWork = !isSingle && (!isRefused || (await queryPermission(kind)) === "granted");
    if (mayWork) await requestTracks([kind], request);
    else request.onProblem(kind, problem);
  }
}
