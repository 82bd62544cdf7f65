// The participant who speaks, as a ref that does not jump.
import { computed, onScopeDispose, shallowRef, watch, type Ref } from "vue";
import type { CallParticipant } from "../../../../meeting/useMeeting.ts";
import { followSpeaker, nobody, type Following } from "./follow-speaker.ts";

export function useSpeaker(participants: Readonly<Ref<readonly CallParticipant[]>>) {
  const following = shallowRef<Following>(nobody);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(timer);
    const atMs = performance.now();
    const keysOf = (people: readonly CallParticipant[]) => people.map(({ participantID }) => participantID);
    following.value = followSpeaker(following.value, {
      present: keysOf(participants.value),
      speaking: keysOf(participants.value.filter(({ isSpeaking }) => isSpeaking)),
      atMs,
    });
    const { dueMs } = following.value;
    if (dueMs !== null) timer = setTimeout(look, Math.max(0, dueMs - atMs) + 1);
  }

  watch(participants, look, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return computed(() => following.value.shown);
}
