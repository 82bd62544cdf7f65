// Who records, as it is shown: at once when somebody begins, and a moment longer when somebody
// ends. So a page that says on and off ten times a second causes no flicker and no noise, and a new
// connection to somebody who records is no end.

import type { Clock } from "../../../platform/clock.ts";

export interface Recorder {
  readonly participantID: string;
  readonly recording: number;
}

/** Also the shortest time between two sounds for one participant. */
const lingerMs = 2_000;

export interface RecorderOptions {
  /** A recording is new, or known by another number. */
  readonly onShown: (recorder: Recorder, isNew: boolean) => void;
  readonly onGone: (participantID: string) => void;
  readonly after: Clock["after"];
}

export function followRecorders({ onShown, onGone, after }: RecorderOptions) {
  /** By participantID. */
  const shown = new Map<string, number>();
  const leaving = new Map<string, () => void>();

  function remove(participantID: string): void {
    leaving.delete(participantID);
    shown.delete(participantID);
    onGone(participantID);
  }

  return {
    review(recorders: readonly Recorder[]): void {
      const present = new Set(recorders.map(({ participantID }) => participantID));
      for (const recorder of recorders) {
        const { participantID, recording } = recorder;
        leaving.get(participantID)?.();
        leaving.delete(participantID);
        const known = shown.get(participantID);
        if (known === recording) continue;
        shown.set(participantID, recording);
        onShown(recorder, known === undefined);
      }
      for (const participantID of shown.keys())
        if (!present.has(participantID) && !leaving.has(participantID))
          leaving.set(
            participantID,
            after(lingerMs, () => remove(participantID)),
          );
    },
    /** The participantIDs. */
    get list(): readonly string[] {
      return [...shown.keys()];
    },
    stop(): void {
      for (const cancel of leaving.values()) cancel();
      leaving.clear();
    },
  };
}
