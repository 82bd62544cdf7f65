// Reports to a participant's page how large its video is shown here. So no more is sent than can be
// seen, and nothing of a video that is not shown.
import { onScopeDispose, watch, type Ref } from "vue";
import { drawnSize, fitOf, type Size } from "./picture-fit.ts";

/**
 * Delays the report: it must not delay the first frame, and resizing a window must send one report
 * only.
 */
const debounceMs = 1_000;
/** Small changes are not worth a new encoding. */
const stepPx = 60;

/**
 * The shorter side of the whole picture in device pixels, rounded up. Of an upright picture that is
 * its width: senders count an upright phone like any other camera.
 */
export function heightToAsk(ratio: number, tile: Size, pixelRatio: number): number {
  const { width, height } = drawnSize(ratio, tile, fitOf(ratio, tile));
  return Math.ceil((Math.min(width, height) * pixelRatio) / stepPx) * stepPx;
}

export function useShownHeight(
  options: {
    element: Readonly<Ref<HTMLElement | null>>;
    ratio: () => number;
    isShown: () => boolean;
    /** Its size in a window of its own, which is seen even while the page is not. */
    floating: () => Size | null;
    /** Its size in a recording, in pixels: the page may be hidden. */
    recorded: () => Size | null;
  },
  report: (heightPx: number | null) => void,
): void {
  const { element, ratio, isShown, floating, recorded } = options;
  const scope = new AbortController();
  let tile: Size = { width: 0, height: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function scheduleReport(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const seen = [document.visibilityState === "visible" ? tile : null, floating()];
      const heights = seen.map((size) => (size === null ? 0 : heightToAsk(ratio(), size, window.devicePixelRatio)));
      const inRecording = recorded();
      if (inRecording !== null) heights.push(heightToAsk(ratio(), inRecording, 1));
      report(isShown() ? Math.max(...heights) : 0);
    }, debounceMs);
  }

  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    tile = { width: entry.contentRect.width, height: entry.contentRect.height };
    scheduleReport();
  });
  watch(element, (current, previous) => {
    if (previous) observer.unobserve(previous);
    if (current !== null) observer.observe(current);
  });
  watch([isShown, ratio, floating, recorded], scheduleReport);
  document.addEventListener("visibilitychange", scheduleReport, { signal: scope.signal });
  onScopeDispose(() => {
    scope.abort();
    observer.disconnect();
    clearTimeout(timer);
    report(null);
  });
}
