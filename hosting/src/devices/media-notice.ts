// What to say about wanted devices that do not work: one notice when both share a cause, otherwise
// one for each.
import type { LocalMediaState, MediaProblem } from "../meeting/useLocalMedia.ts";

export interface MediaNotice {
  readonly device: "camera" | "microphone" | "both";
  readonly problem: MediaProblem;
}

export function mediaNoticesOf(state: Pick<LocalMediaState, "audio" | "video">): MediaNotice[] {
  const audio = state.audio.isWanted ? state.audio.problem : null;
  const video = state.video.isWanted ? state.video.problem : null;
  const isShared = audio === "denied" || audio === "dismissed" || audio === "unsupported";
  if (audio !== null && audio === video && isShared) {
    return [{ device: "both", problem: audio }];
  }
  const notices: MediaNotice[] = [];
  if (video !== null) notices.push({ device: "camera", problem: video });
  if (audio !== null) notices.push({ device: "microphone", problem: audio });
  return notices;
}
