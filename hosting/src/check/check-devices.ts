// Whether the camera's picture moves, whether the microphone gives sound, and what else is plugged
// in. Devices are counted, never named.
import type { Clock } from "../platform/clock.ts";
import { find, type Finding } from "./finding.ts";
import type { Opened } from "./open-devices.ts";
import { poll } from "./poll.ts";

export interface DeviceCounts {
  readonly cameras: number;
  readonly microphones: number;
  readonly speakers: number;
}

const none: DeviceCounts = { cameras: 0, microphones: 0, speakers: 0 };

/** Zeros where the browser does not tell. */
export async function countDevices(media: Pick<MediaDevices, "enumerateDevices"> | undefined): Promise<DeviceCounts> {
  try {
    const found = (await media?.enumerateDevices()) ?? [];
    const count = (kind: MediaDeviceKind) => found.filter((device) => device.kind === kind).length;
    return { cameras: count("videoinput"), microphones: count("audioinput"), speakers: count("audiooutput") };
  } catch {
    return none;
  }
}

export interface Watching {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A small copy of the camera's frame as RGBA. Null while there is none. */
export type ReadPicture = () => Uint8ClampedArray | null;
/** Samples of the microphone. Null while the browser gives none. */
export type ReadSound = () => Float32Array | null;

const lookEveryMs = 150;
const firstFrameWithinMs = 10_000;
const movesWithinMs = 4_000;
const soundWithinMs = 4_000;
/** Darker than this is a lid, not a room at night. */
const blackBelow = 6;

export async function checkCamera(
  opened: Opened,
  counts: DeviceCounts,
  read: (track: MediaStreamTrack) => ReadPicture,
  watching: Watching,
): Promise<Finding> {
  const { cameras } = counts;
  if (typeof opened === "string") return findProblem("camera", opened, cameras);
  const readPicture = read(opened);
  const first = await poll(readPicture, { ...watching, everyMs: lookEveryMs, withinMs: firstFrameWithinMs });
  const { width = 0, height = 0 } = opened.getSettings();
  const figures = { width, height, cameras };
  if (first === null) return find("camera", "failed", "no-picture", figures);
  let last = first;
  const moves = await poll(
    () => {
      last = readPicture() ?? last;
      return isSame(first, last) ? null : true;
    },
    { ...watching, everyMs: lookEveryMs, withinMs: movesWithinMs },
  );
  if (isBlack(last)) return find("camera", "look", "black", figures);
  return moves === null ? find("camera", "look", "still", figures) : find("camera", "ok", "ok", figures);
}

export async function checkMicrophone(
  opened: Opened,
  counts: DeviceCounts,
  read: (track: MediaStreamTrack) => ReadSound,
  watching: Watching,
): Promise<Finding> {
  const { microphones } = counts;
  if (typeof opened === "string") return findProblem("microphone", opened, microphones);
  const figures = { microphones };
  let isTold = false;
  try {
    const readSound = read(opened);
    const isHeard = await poll(
      () => {
        const samples = readSound();
        isTold ||= samples !== null;
        // A microphone that works has noise, even in a quiet room.
        return samples?.some((sample) => sample !== 0) === true ? true : null;
      },
      { ...watching, everyMs: lookEveryMs, withinMs: soundWithinMs },
    );
    if (isHeard) return find("microphone", "ok", "ok", figures);
  } catch {
    // No Web Audio, or no more of it.
  }
  if (opened.muted) return find("microphone", "look", "muted", figures);
  return find("microphone", "look", isTold ? "silent" : "untold", figures);
}

/** A browser without a choice lists none, and plays where the system plays. */
export function checkSpeakers({ speakers }: DeviceCounts): Finding {
  return speakers === 0 ? find("speakers", "ok", "system") : find("speakers", "ok", "ok", { speakers });
}

function findProblem(line: "camera" | "microphone", problem: string, count: number): Finding {
  const figures = { count };
  // With it missing or unanswered, a call still works: others hear, or see, the person.
  const isMild = problem === "missing" || problem === "unanswered" || problem === "dismissed";
  return find(line, isMild ? "look" : "failed", problem, figures);
}

function isSame(one: Uint8ClampedArray, other: Uint8ClampedArray): boolean {
  return one.every((value, index) => value === other[index]);
}

function isBlack(pixels: Uint8ClampedArray): boolean {
  return pixels.every((value, index) => index % 4 === 3 || value < blackBelow);
}
