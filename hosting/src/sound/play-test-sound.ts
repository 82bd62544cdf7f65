// Two notes, made here: there is no file to load. They play through an element, as participants do,
// so that they come from the chosen speaker.
import { useSpeaker } from "./useSpeaker.ts";

const notesHz = [523.25, 783.99];
const noteSeconds = 0.25;
const loudness = 0.2;

/** Must be called in a press. Never rejects. */
export async function playTestSound(): Promise<void> {
  const speaker = useSpeaker();
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = destination.stream;
  try {
    await speaker.add(element);
    await element.play();
    await Promise.all(notesHz.map((frequency, index) => playNote(context, destination, frequency, index)));
  } catch {
    // The browser holds audio back. The next press may work.
  } finally {
    speaker.remove(element);
    element.srcObject = null;
    await context.close().catch(() => undefined);
  }
}

function playNote(context: AudioContext, destination: AudioNode, frequency: number, index: number): Promise<void> {
  const startAt = context.currentTime + 0.1 + index * noteSeconds;
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
