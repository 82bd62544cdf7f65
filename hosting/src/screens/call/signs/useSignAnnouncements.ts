// For screen readers: whose hand goes up, and that one's own was lowered.
import { computed, ref, watch } from "vue";
import { useLanguage } from "../../../messages/useLanguage.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { isolate, labelOf } from "../../../ui/person-label.ts";
import type { Signs } from "./useSigns.ts";

export function useSignAnnouncements({ queue, isRaised, ownID }: Signs) {
  const { messages } = useLanguage();
  const { participants } = useMeeting();
  const announcement = ref("");

  watch(queue, (now, before) => {
    const raised = participants.value.filter(
      ({ participantID }) => now.includes(participantID) && !before.includes(participantID),
    );
    const { nameless } = messages.value.call;
    const sentences = raised.map((person) => messages.value.controls.handRaised(isolate(labelOf(person, nameless))));
    if (before.includes(ownID.value) && !isRaised.value) sentences.push(messages.value.controls.handLowered);
    if (sentences.length > 0) announcement.value = sentences.join(". ");
  });
  return computed(() => announcement.value);
}
