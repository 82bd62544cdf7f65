// Reports to a participant's page how high its video is shown here. So no more is sent than can be
// seen, and nothing of a video that is not shown.
import { onScopeDispose, watch, type Ref } from "vue";

/**
 * Delays the report: it must not delay the first frame, and resizing a window must send one report
 * only.
 */
const debounceMs = 1_000;
/** Small changes are not worth a new encoding. */
const stepPx = 60;
const videoAspectRatio = 9 / 16;

/** The height of a video that covers the area, in device pixels, rounded up. */
export function heightToCover(area: { width: number; height: number }, pixelRatio: number): number {
  const height = Math.max(area.height, area.width * videoAspectRatio) * pixelRatio;
  return Math.ceil(height / stepPx) * stepPx;
}

export function useShownHeight(
  element: Readonly<Ref<HTMLElement | null>>,
  isShown: () => boolean,
  report: (heightPx: number | null) => void,
): void {
  const scope = new AbortController();
  let area = { width: 0, height: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function scheduleReport(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const isSeen = isShown() && document.visibilityState === "visible";
      report(isSeen ? heightToCover(area, window.devicePixelRatio) : 0);
    }, debounceMs);
  }

  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    area = { width: entry.contentRect.width, height: entry.contentRect.height };
    scheduleReport();
  });
  watch(element, (current, previous) => {
    if (previous) observer.unobserve(previous);
    if (current !== null) observer.observe(current);
  });
  watch(isShown, scheduleReport);
  document.addEventListener("visibilitychange", scheduleReport, { signal: scope.signal });
  onScopeDispose(() => {
    scope.abort();
    observer.disconnect();
    clearTimeout(timer);
    report(null);
  });
}
