// The sounds of a call, one for each event. Several of a kind within a moment are one sound.
import { systemClock, type Clock } from "../../../platform/clock.ts";
import { playNotes } from "../../../sound/play-notes.ts";

export type CallSound = "joined" | "left" | "hand" | "message";

const notesHz: Readonly<Record<CallSound, readonly number[]>> = {
  joined: [523.25, 659.25],
  left: [659.25, 523.25],
  hand: [783.99, 783.99],
  message: [880],
};

/** In a larger room they would never end. */
export const maxPeople = 6;

/** A face that arrives has this time for itself: a sound is work, too. */
const gatherMs = 500;

export interface CallSounds {
  /** Joined and left within a moment: the last one counts. */
  play(sound: CallSound): void;
  stop(): void;
}

export function createCallSounds(play: typeof playNotes = playNotes, clock: Clock = systemClock): CallSounds {
  let waiting: CallSound | null = null;
  let cancel = () => {};

  function playWaiting(): void {
    if (waiting !== null) void play({ frequenciesHz: notesHz[waiting], loudness: 0.08, stepSeconds: 0.12 });
    waiting = null;
  }

  return {
    play(sound) {
      if (waiting === null) cancel = clock.after(gatherMs, playWaiting);
      waiting = sound;
    },
    stop: () => cancel(),
  };
}
