// The text of the call's live region: who comes and goes, what they switch, the own microphone, and
// what becomes of the room.
import { computed, readonly, ref, watch } from "vue";
import { isUsed } from "../../../meeting/useLocalMedia.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { useLanguage } from "../../../messages/useLanguage.ts";
import { describeChanges } from "./describe-changes.ts";

export function useCallAnnouncements() {
  const { messages } = useLanguage();
  const { participants, localMedia, host } = useMeeting();
  const announcement = ref("");
  const words = computed(() => messages.value.announcements);

  function say(...sentences: string[]): void {
    if (sentences.length > 0) announcement.value = sentences.join(". ");
  }

  watch(participants, (after, before) => say(...describeChanges(before, after, messages.value)));
  watch(
    () => isUsed(localMedia.state.value.audio),
    (isOn) => say(words.value.ownAudio(isOn)),
  );
  watch(host.isHost, (isHost) => say(words.value.host(isHost)));
  watch(host.isLocked, (isLocked) => say(words.value.lock(isLocked)));
  return readonly(announcement);
}
