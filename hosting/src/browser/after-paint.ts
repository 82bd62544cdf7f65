// What can wait until the next frame is on the screen.

/** A hidden page has no frames. */
const withoutFramesMs = 100;

/** Returns what cancels it. */
export function afterPaint(run: () => void): () => void {
  let timer = setTimeout(finish, withoutFramesMs);
  // A frame's callbacks run before it is painted, and a timer of theirs after that.
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run);
  });

  function finish(): void {
    cancelAnimationFrame(frame);
    run();
  }

  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
