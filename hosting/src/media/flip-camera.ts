// The other camera: of a phone, the one on its other side. Many phones open only one at a time, so
// the current one stops first, and opens again when the other one does not.
import { withDevice } from "./capture-constraints.ts";

/** "environment": away from the person, at its back. */
export type Facing = "user" | "environment";

/** Null where the camera does not say. */
export function facingOf(track: MediaStreamTrack): Facing | null {
  const { facingMode } = track.getSettings();
  return facingMode === "user" || facingMode === "environment" ? facingMode : null;
}

/** What to ask for. Cameras that do not say where they look take turns. Null: there is no other. */
function describeOther(
  current: MediaStreamTrack,
  capture: MediaTrackConstraints,
  cameras: readonly MediaDeviceInfo[],
): MediaTrackConstraints | null {
  const facing = facingOf(current);
  if (facing !== null) return { ...capture, facingMode: { exact: facing === "user" ? "environment" : "user" } };
  const currentID = current.getSettings().deviceId;
  const next = cameras[(cameras.findIndex(({ deviceId }) => deviceId === currentID) + 1) % cameras.length];
  return next === undefined || next.deviceId === currentID ? null : withDevice(capture, next.deviceId);
}

/** Not `isOther`: the current camera, opened again. Rejects when neither opens. */
export async function openOtherCamera(
  current: MediaStreamTrack,
  capture: MediaTrackConstraints,
  cameras: readonly MediaDeviceInfo[],
): Promise<{ track: MediaStreamTrack; isOther: boolean }> {
  const currentID = current.getSettings().deviceId ?? null;
  const other = describeOther(current, capture, cameras);
  if (other === null) return { track: current, isOther: false };

  const open = async (video: MediaTrackConstraints) =>
    (await navigator.mediaDevices.getUserMedia({ video })).getVideoTracks()[0]!;
  current.stop();
  try {
    return { track: await open(other), isOther: true };
  } catch {
    return { track: await open(withDevice(capture, currentID)), isOther: false };
  }
}
