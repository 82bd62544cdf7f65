// Listens for nothing by itself: the statistics of a connection tell what the microphone gives to
// it. So it knows nothing while nobody else is there, and while the microphone is off.
import { computed, shallowRef, watch, type Ref } from "vue";
import type { CallParticipant } from "../../call/call.ts";
import { readMicrophone, seemsDead, unheardMicrophone } from "./dead-microphone.ts";

export function useDeadMicrophone(
  participants: Readonly<Ref<readonly Pick<CallParticipant, "stats">[]>>,
  track: Readonly<Ref<MediaStreamTrack | null>>,
) {
  const heard = shallowRef(unheardMicrophone);
  /** One connection is enough. */
  const stats = computed(() => participants.value.find((person) => person.stats !== null)?.stats ?? null);

  watch(track, () => (heard.value = unheardMicrophone));
  watch(stats, (read) => {
    const isDead = read?.isMicrophoneDead ?? null;
    if (isDead !== null && track.value !== null) heard.value = readMicrophone(heard.value, isDead);
  });

  return computed(() => seemsDead(heard.value));
}
