// How loud each participant is played here, 0 to 1. Nobody else learns it, and it lasts as long as
// the page.
import { shallowReactive } from "vue";

const volumes = shallowReactive(new Map<string, number>());

/** Some phones leave the loudness to their buttons, and ignore what a page sets. */
export function canSetVolume(element: { volume: number }): boolean {
  element.volume = 0.5;
  return element.volume === 0.5;
}

export function useVolumes() {
  return {
    volumeOf: (participantID: string): number => volumes.get(participantID) ?? 1,
    setVolume(participantID: string, volume: number): void {
      volumes.set(participantID, Math.min(1, Math.max(0, volume)));
    },
  };
}
