// Whether a shown picture stands still: whatever the cause, no new frame has come for some seconds.
// Counting frames now and then costs less than hearing of each of them.
import { onScopeDispose, readonly, ref, type Ref } from "vue";

const checkEveryMs = 1_000;
/** Shorter ones are seen as a stutter. */
const stillForMs = 2_500;

/** `video`: the element while its picture is shown, else null. */
export function useStillPicture(video: () => HTMLVideoElement | null): Readonly<Ref<boolean>> {
  const isStill = ref(false);
  let seen: { readonly video: HTMLVideoElement; readonly frames: number; readonly atMs: number } | null = null;

  function check(): void {
    const element = video();
    // A hidden page presents no frames.
    if (element === null || document.visibilityState !== "visible") {
      seen = null;
      isStill.value = false;
      return;
    }
    const frames = element.getVideoPlaybackQuality().totalVideoFrames;
    const now = performance.now();
    // Nothing has been shown yet, or this browser does not count.
    if (frames === 0 || seen?.video !== element || frames !== seen.frames) seen = { video: element, frames, atMs: now };
    isStill.value = now - seen.atMs >= stillForMs;
  }

  const timer = setInterval(check, checkEveryMs);
  onScopeDispose(() => clearInterval(timer));
  return readonly(isStill);
}
