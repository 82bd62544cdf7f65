// Follows the readings of one participant.
import { computed, ref, watch } from "vue";
import type { CallParticipant } from "../../../meeting/useMeeting.ts";
import { countUnheard, isUnheardAfter } from "./unheard.ts";

export function useUnheard(participant: () => CallParticipant) {
  const readings = ref(0);
  watch(
    () => participant().stats,
    () => (readings.value = countUnheard(readings.value, participant())),
  );
  watch(
    () => participant().constraints.audio,
    () => (readings.value = 0),
  );
  return { isUnheard: computed(() => isUnheardAfter(readings.value)) };
}
