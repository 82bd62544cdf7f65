// Without a press on the page a browser suspends its audio, and a phone call interrupts it. A press
// resumes it, now or later. Of a touch only the end counts as one:
// https://html.spec.whatwg.org/multipage/interaction.html#activation-triggering-input-event

const presses = ["pointerdown", "pointerup", "keydown"] as const;

/** The returned function ends it. */
export function resumeInPress(
  context: Pick<AudioContext, "state" | "resume">,
  target: Pick<EventTarget, "addEventListener"> = window,
): () => void {
  const listeners = new AbortController();
  const resume = () => {
    if (context.state !== "running" && context.state !== "closed") context.resume().catch(() => undefined);
  };
  for (const press of presses) target.addEventListener(press, resume, { signal: listeners.signal });
  return () => listeners.abort();
}
