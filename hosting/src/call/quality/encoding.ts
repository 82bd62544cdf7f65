// What one sender is told: limits of the ladder in the terms of RTCRtpSendParameters. Sound goes first on a crowded line.
import { audioBitrateBps, screenAudioBitrateBps, type VideoLimits } from "./resolution-ladder.ts";

export type Slot = "audio" | "video" | "screen" | "screenAudio";

export function kindOf(slot: Slot): "audio" | "video" {
  return slot === "audio" || slot === "screenAudio" ? "audio" : "video";
}

/** What is to be sent to one peer now. */
export interface SendPlan {
  readonly isActive: boolean;
  /** The own microphone: silence is not sent either, so that nothing need be encoded for each of the others. */
  readonly isMuted: boolean;
  /** Null: not looked at. */
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
        maxBitrate: audioBitrateBps,
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

/** A face that moves, letters that stay sharp. */
export function preferDegradation(slot: Slot): RTCDegradationPreference | null {
  return slot === "video" ? "maintain-framerate" : slot === "screen" ? "maintain-resolution" : null;
}
