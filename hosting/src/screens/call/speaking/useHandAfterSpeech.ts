// Whoever speaks for a while has got the floor: the own hand goes down.
import { computed } from "vue";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import type { Signs } from "../signs/useSigns.ts";
import { useSpoken } from "./useSpoken.ts";

const enoughMs = 5_000;

export function useHandAfterSpeech({ isRaised, toggleHand }: Pick<Signs, "isRaised" | "toggleHand">): void {
  const { localMedia } = useMeeting();
  const track = computed(() => (isRaised.value ? localMedia.audioTrack.value : null));
  useSpoken(track, enoughMs, toggleHand);
}
