// Whether oneself is speaking, for the ring that the others have too. It listens when
// faces are shown, only while the microphone is on, and not while nobody can see it.
import { computed, readonly, ref, watch, type Ref } from "vue";
import { usePageVisible } from "../../../browser/usePageVisible.ts";
import { useLevel } from "../../../devices/useLevel.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";
import { createSpeechHold } from "./speech-meter.ts";

export type OwnSpeech = ReturnType<typeof createOwnSpeech>;
const provided = createProvided<OwnSpeech>("own speech");

/** Eyes need no more, and each measurement costs a little. */
const everyMs = 200;

function createOwnSpeech(mayBegin: Readonly<Ref<boolean>>) {
  const { localMedia } = useMeeting();
  const isVisible = usePageVisible();
  const isSpeaking = ref(false);
  const hold = createSpeechHold();
  const track = computed(() => (mayBegin.value && isVisible.value ? localMedia.audioTrack.value : null));

  watch(track, () => {
    hold.reset();
    isSpeaking.value = false;
  });
  useLevel(track, (level) => (isSpeaking.value = hold.add(level, performance.now())), everyMs);

  return { isSpeaking: readonly(isSpeaking) };
}

/** For the view of a call. */
export const provideOwnSpeech = (mayBegin: Readonly<Ref<boolean>>): OwnSpeech =>
  provided.provide(createOwnSpeech(mayBegin));
export const useOwnSpeech = provided.use;
