// Short notes, made here: there is no file to load. They play through an element, as participants
// do, so that they come from the chosen speaker.
import { useSpeaker } from "./useSpeaker.ts";

const noteSeconds = 0.25;

export interface Notes {
  readonly frequenciesHz: readonly number[];
  /** 0 to 1. */
  readonly loudness: number;
  /** From the beginning of one note to that of the next. */
  readonly stepSeconds?: number;
}

/** Resolves at the end of the last note. Never rejects: it is silent where audio is held back. */
export async function playNotes({ frequenciesHz, loudness, stepSeconds = noteSeconds }: Notes): Promise<void> {
  const speaker = useSpeaker();
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = destination.stream;
  try {
    await speaker.add(element);
    await element.play();
    await Promise.all(
      frequenciesHz.map((frequency, index) =>
        playNote(context, destination, {
          frequency,
          loudness,
          startAt: context.currentTime + 0.1 + index * stepSeconds,
        }),
      ),
    );
  } catch {
    // The browser holds audio back. The next press may work.
  } finally {
    speaker.remove(element);
    element.srcObject = null;
    await context.close().catch(() => undefined);
  }
}

function playNote(
  context: AudioContext,
  destination: AudioNode,
  { frequency, loudness, startAt }: { frequency: number; loudness: number; startAt: number },
): Promise<void> {
  const gain = new GainNode(context, { gain: 0 });
  // Without slopes it would click.
  gain.gain.setValueAtTime(0, startAt);
  gain.gain.linearRampToValueAtTime(loudness, startAt + 0.02);
  gain.gain.linearRampToValueAtTime(0, startAt + noteSeconds * 2);
  const oscillator = new OscillatorNode(context, { frequency });
  oscillator.connect(gain).connect(destination);
  oscillator.start(startAt);
  oscillator.stop(startAt + noteSeconds * 2 + 0.1);
  return new Promise((resolve) => oscillator.addEventListener("ended", () => resolve(), { once: true }));
}
