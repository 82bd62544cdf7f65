// What to say about wanted devices that do not do what is expected of them: one notice when both
// share a cause, otherwise one for each.
import type { LocalMediaState, MediaDelay, MediaKindState, MediaProblem } from "../meeting/useLocalMedia.ts";

/**
 * "muted": by the system. "replaced": another device is in use. "returned": the expected one is
 * back. "silent": a guess. "blur-refused": the camera has not taken the choice.
 */
export type MediaTopic = MediaProblem | MediaDelay | "muted" | "replaced" | "returned" | "silent" | "blur-refused";

export interface MediaNotice {
  readonly device: "camera" | "microphone" | "both";
  readonly topic: MediaTopic;
}

/** One sentence covers both devices. */
const sharedTopics: ReadonlySet<MediaTopic> = new Set([
  "denied",
  "blocked",
  "dismissed",
  "unsupported",
  "unanswered",
] as const);

function topicsOf(kind: MediaKindState, isDead: boolean): MediaTopic[] {
  if (!kind.isWanted) return [];
  const main = kind.problem ?? kind.delay ?? (kind.isMuted ? "muted" : null);
  if (main !== null) return [main];
  return [
    ...(kind.isFallback ? [kind.returnedID === null ? ("replaced" as const) : ("returned" as const)] : []),
    ...(isDead ? ["silent" as const] : []),
  ];
}

export function mediaNoticesOf(
  state: Pick<LocalMediaState, "audio" | "video" | "blur">,
  isMicrophoneDead: boolean,
): MediaNotice[] {
  const isBlurRefused = state.video.isOn && state.blur?.isRefused === true;
  const camera = [...topicsOf(state.video, false), ...(isBlurRefused ? ["blur-refused" as const] : [])];
  const microphone = topicsOf(state.audio, isMicrophoneDead);
  const [shared] = camera.filter((topic) => microphone.includes(topic) && sharedTopics.has(topic));
  if (shared !== undefined) return [{ device: "both", topic: shared }];
  return [
    ...camera.map((topic) => ({ device: "camera" as const, topic })),
    ...microphone.map((topic) => ({ device: "microphone" as const, topic })),
  ];
}

/** The person may have gone on without the device. */
export function isFailure({ topic }: MediaNotice): boolean {
  switch (topic) {
    case "denied":
    case "blocked":
    case "dismissed":
    case "missing":
    case "in-use":
    case "unsupported":
    case "unknown":
      return true;
    case "unanswered":
    case "slow":
    case "muted":
    case "replaced":
    case "returned":
    case "silent":
    case "blur-refused":
      return false;
  }
  return topic satisfies never;
}
