// Runs something at most once for each frame that the browser draws: the first time immediately,
// and again in the next frame if it was asked for meanwhile. A hidden page draws no frames, so a
// timer takes their place.

/** Longer than any frame of a page that is shown. */
const withoutFramesMs = 200;

/** Calls back once, when the next frame is due. */
export type NextFrame = (run: () => void) => void;

const nextFrame: NextFrame = (run) => {
  let isDone = false;
  const runOnce = () => {
    if (isDone) return;
    isDone = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(runOnce);
  const timer = setTimeout(runOnce, withoutFramesMs);
};

export function onceAFrame(run: () => void, options: { signal: AbortSignal; nextFrame?: NextFrame }): () => void {
  let isWaiting = false;
  let isAsked = false;

  return function ask() {
    if (options.signal.aborted) return;
    if (isWaiting) {
      isAsked = true;
      return;
    }
    isWaiting = true;
    run();
    // What has run may have been the end.
    if (options.signal.aborted) return;
    (options.nextFrame ?? nextFrame)(() => {
      isWaiting = false;
      if (!isAsked) return;
      isAsked = false;
      ask();
    });
  };
}
