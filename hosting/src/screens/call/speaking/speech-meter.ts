// Whether and for how long somebody has been speaking, by the level of the microphone. A guess: a
// cough is short, and a pause for breath takes little away.

/** On the scale of `levelOf`: ordinary speech reaches about two thirds. */
const loud = 0.4;
const forgetsPerSecond = 0.4;
/** A page that was suspended has heard nothing. */
const maxStepMs = 500;
/** As for the others: see `call/statistics/speech.ts`. */
const quietAfterMs = 800;

export interface SpeechMeter {
  /** Returns the time spoken so far, in ms. Call it several times a second. */
  add(level: number, atMs: number): number;
  reset(): void;
}

export function createSpeechMeter(): SpeechMeter {
  let spokenMs = 0;
  let lastMs: number | null = null;
  return {
    add(level, atMs) {
      const stepMs = Math.min(maxStepMs, lastMs === null ? 0 : atMs - lastMs);
      lastMs = atMs;
      spokenMs = Math.max(0, spokenMs + (level >= loud ? stepMs : -stepMs * forgetsPerSecond));
      return spokenMs;
    },
    reset() {
      spokenMs = 0;
      lastMs = null;
    },
  };
}

export interface SpeechHold {
  /** Whether somebody speaks. Speech has gaps, so it ends only after some quiet. */
  add(level: number, atMs: number): boolean;
  reset(): void;
}

export function createSpeechHold(): SpeechHold {
  let heardAtMs = Number.NEGATIVE_INFINITY;
  return {
    add(level, atMs) {
      if (level >= loud) heardAtMs = atMs;
      return atMs - heardAtMs < quietAfterMs;
    },
    reset: () => void (heardAtMs = Number.NEGATIVE_INFINITY),
  };
}
