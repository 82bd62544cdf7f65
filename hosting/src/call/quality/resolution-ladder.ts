// How large a video is sent. A mesh encodes and sends one video for each remote participant, so
// more people mean smaller videos: two cores and one uplink have to carry them all. Audio is never
// on this ladder.

/** The limits of one video towards one peer. */
export interface VideoLimits {
  /** The shorter side, so that an upright phone counts like any other camera. */
  readonly shortSidePx: number;
  readonly maxBitrateBps: number;
  readonly maxFramesPerSecond: number;
}

const cameraRungs = [
  { shortSidePx: 720, maxBitrateBps: 2_200_000, maxFramesPerSecond: 30 },
  { shortSidePx: 540, maxBitrateBps: 1_200_000, maxFramesPerSecond: 30 },
  { shortSidePx: 360, maxBitrateBps: 650_000, maxFramesPerSecond: 25 },
  { shortSidePx: 270, maxBitrateBps: 350_000, maxFramesPerSecond: 20 },
  { shortSidePx: 180, maxBitrateBps: 160_000, maxFramesPerSecond: 15 },
  { shortSidePx: 120, maxBitrateBps: 80_000, maxFramesPerSecond: 10 },
] as const satisfies readonly VideoLimits[];

const screenRungs = [
  { shortSidePx: 1080, maxBitrateBps: 2_500_000, maxFramesPerSecond: 15 },
  { shortSidePx: 1080, maxBitrateBps: 1_500_000, maxFramesPerSecond: 10 },
  { shortSidePx: 1080, maxBitrateBps: 1_000_000, maxFramesPerSecond: 8 },
  { shortSidePx: 720, maxBitrateBps: 600_000, maxFramesPerSecond: 5 },
] as const satisfies readonly VideoLimits[];

export const audioBitrateBps = 40_000;
/** Where the network carries no picture: still clear speech, sent twice like the other. */
export const narrowAudioBitrateBps = 20_000;
/** Where it hardly carries speech. Headers take more than this. */
export const tightAudioBitrateBps = 12_000;
/** Shared screens come with music and films. */
export const screenAudioBitrateBps = 96_000;

/** A video that is shown a little enlarged is not worth twice the bits. */
const enlargement = 1.25;

/** Null: nobody sees it. */
export function limitCamera(options: {
  /** How many participants it is sent to. */
  peers: number;
  /** Steps below what the number of people allows, because of overload. */
  stepsDown: number;
  /** The receiver's wish. Null without one. */
  wishedHeightPx: number | null;
  /** The screen is sent too, and matters more. */
  isScreenShared: boolean;
}): VideoLimits | null {
  const { peers, stepsDown, wishedHeightPx, isScreenShared } = options;
  if (wishedHeightPx === 0) return null;
  const byPeople = peers <= 1 ? 0 : peers <= 3 ? 2 : peers <= 5 ? 3 : 4;
  const allowed = byPeople + stepsDown + (isScreenShared ? 1 : 0);
  const rung = Math.max(allowed, wishedHeightPx === null ? 0 : rungShownAt(wishedHeightPx));
  return cameraRungs[Math.min(rung, cameraRungs.length - 1)] ?? null;
}

/** The smallest step that fills a tile of this height. */
function rungShownAt(heightPx: number): number {
  return Math.max(
    0,
    cameraRungs.findLastIndex(({ shortSidePx }) => shortSidePx * enlargement >= heightPx),
  );
}

export function limitScreen({ peers, stepsDown }: { peers: number; stepsDown: number }): VideoLimits {
  const byPeople = peers <= 1 ? 0 : peers <= 3 ? 1 : peers <= 5 ? 2 : 3;
  return screenRungs[Math.min(byPeople + stepsDown, screenRungs.length - 1)] ?? screenRungs[0];
}

/** Sent on trial, to learn whether the network carries a picture again. */
export const trialCamera: VideoLimits = cameraRungs[4];

/** The most that any peer is sent. The camera need not deliver more. */
export function limitCapture(peers: number): VideoLimits {
  return limitCamera({ peers, stepsDown: 0, wishedHeightPx: null, isScreenShared: false }) ?? cameraRungs[0];
}
