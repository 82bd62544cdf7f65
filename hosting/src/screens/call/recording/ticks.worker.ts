// A timer for the pictures of a recording. The timers of a hidden page run once a second; those of
// a worker go on. The next tick comes after the page has painted, so that a slow device gets fewer
// pictures, and no queue of them.

let everyMs = 0;
let dueAtMs = 0;

/** A number begins: the time between two ticks. Everything else says that the page has painted. */
addEventListener("message", ({ data }: MessageEvent<number | null>) => {
  const nowMs = performance.now();
  if (data !== null) {
    everyMs = data;
    dueAtMs = nowMs;
  }
  dueAtMs = Math.max(dueAtMs + everyMs, nowMs);
  setTimeout(() => postMessage(null), dueAtMs - nowMs);
});
