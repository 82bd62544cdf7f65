// Without a press on the page a browser suspends its audio. A press resumes it, now or later: a
// phone call ends with a suspended context, too. While it is "interrupted", Safari refuses, and one
// that was asked then may stay silent: https://github.com/WebAudio/web-audio-api/issues/2585
// Of a touch only the end counts as a press:
// https://html.spec.whatwg.org/multipage/interaction.html#activation-triggering-input-event

const presses = ["pointerdown", "pointerup", "keydown"] as const;

/** The returned function ends it. */
export function resumeInPress(
  context: Pick<AudioContext, "state" | "resume">,
  target: Pick<EventTarget, "addEventListener"> = window,
): () => void {
  const listeners = new AbortController();
  const resume = () => {
    if (context.state === "suspended") context.resume().catch(() => undefined);
  };
  for (const press of presses) target.addEventListener(press, resume, { signal: listeners.signal });
  return () => listeners.abort();
}
