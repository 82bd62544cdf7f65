// What a person hears who tries the speaker.
import { playNotes } from "./play-notes.ts";

/** Must be called in a press. Never rejects. */
export const playTestSound = (): Promise<void> => playNotes({ frequenciesHz: [523.25, 783.99], loudness: 0.2 });
