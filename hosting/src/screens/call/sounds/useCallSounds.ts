// Plays the sounds of the call, if the person wants them and the room is small.
import { onScopeDispose, watch } from "vue";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import type { Chat } from "../chat/useChat.ts";
import { compareParticipants } from "../announcements/compare-participants.ts";
import type { Signs } from "../signs/useSigns.ts";
import { createCallSounds, maxPeople, type CallSound } from "./call-sounds.ts";
import { useSoundChoice } from "./useSoundChoice.ts";

/** Those who are found on entering are not news. */
const settleMs = 3_000;

export function useCallSounds(
  { queue, ownID }: Pick<Signs, "queue" | "ownID">,
  { unread }: Pick<Chat, "unread">,
): void {
  const { participants } = useMeeting();
  const { areSoundsOn } = useSoundChoice();
  const sounds = createCallSounds();
  let isSettled = false;
  const settling = setTimeout(() => (isSettled = true), settleMs);

  function play(sound: CallSound): void {
    if (isSettled && areSoundsOn.value && participants.value.length < maxPeople) sounds.play(sound);
  }

  watch(participants, (after, before) => {
    const { joined, left } = compareParticipants(before, after);
    if (left.length > 0) play("left");
    if (joined.length > 0) play("joined");
  });
  watch(queue, (now, before) => {
    if (now.some((id) => id !== ownID.value && !before.includes(id))) play("hand");
  });
  watch(unread, (now, before) => now > before && play("message"));
  onScopeDispose(() => {
    clearTimeout(settling);
    sounds.stop();
  });
}
