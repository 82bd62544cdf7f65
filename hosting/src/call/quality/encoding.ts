// The parameters of one sender: the ladder's limits as RTCRtpSendParameters. Audio has priority on
// a crowded network.
import { screenAudioBitrateBps, type VideoLimits } from "./resolution-ladder.ts";

export type Slot = "audio" | "video" | "screen" | "screenAudio";

export function kindOf(slot: Slot): "audio" | "video" {
  return slot === "audio" || slot === "screenAudio" ? "audio" : "video";
}

/** What to send to one peer now. */
export interface SendPlan {
  readonly isActive: boolean;
  /**
   * The local microphone. Silence is not sent either, so that it is not encoded for each remote
   * participant.
   */
  readonly isMuted: boolean;
  readonly audioBitrateBps: number;
  /** Null: the remote participant does not show it, or it is paused. */
  readonly camera: VideoLimits | null;
  readonly screen: VideoLimits;
}

export function planEncoding(
  slot: Slot,
  plan: SendPlan,
  track: Pick<MediaStreamTrack, "getSettings"> | null,
): RTCRtpEncodingParameters {
  const { isActive } = plan;
  switch (slot) {
    case "audio":
      return {
        active: isActive && !plan.isMuted,
        maxBitrate: plan.audioBitrateBps,
        priority: "high",
        networkPriority: "high",
      };
    case "screenAudio":
      return { active: isActive, maxBitrate: screenAudioBitrateBps, priority: "medium", networkPriority: "medium" };
    case "video":
      return plan.camera === null ? { active: false } : planVideo(isActive, plan.camera, track);
    case "screen":
      return planVideo(isActive, plan.screen, track);
  }
}

function planVideo(
  active: boolean,
  limits: VideoLimits,
  track: Pick<MediaStreamTrack, "getSettings"> | null,
): RTCRtpEncodingParameters {
  const { width, height } = track?.getSettings() ?? {};
  const shortSidePx = Math.min(width ?? Infinity, height ?? Infinity);
  const tooLargeBy = Number.isFinite(shortSidePx) ? shortSidePx / limits.shortSidePx : 1;
  return {
    active,
    maxBitrate: limits.maxBitrateBps,
    maxFramerate: limits.maxFramesPerSecond,
    scaleResolutionDownBy: Math.max(1, tooLargeBy),
    priority: "low",
    networkPriority: "low",
  };
}

/** Motion matters for a face, sharp letters for a screen. */
export function preferDegradation(slot: Slot): RTCDegradationPreference | null {
  return slot === "video" ? "maintain-framerate" : slot === "screen" ? "maintain-resolution" : null;
}
