// Whether oneself is speaking, for the ring that the others have too. It listens after the first
// paint, only while the microphone is on, and not while nobody can see it.
import { computed, readonly, ref, watch } from "vue";
import { useFirstPaint } from "../../../browser/useFirstPaint.ts";
import { usePageVisible } from "../../../browser/usePageVisible.ts";
import { useLevel } from "../../../devices/useLevel.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";
import { createSpeechHold } from "./speech-meter.ts";

export type OwnSpeech = ReturnType<typeof createOwnSpeech>;
const provided = createProvided<OwnSpeech>("own speech");

/** Eyes need no more, and each measurement costs a little. */
const everyMs = 200;

function createOwnSpeech() {
  const { localMedia } = useMeeting();
  const isPainted = useFirstPaint();
  const isVisible = usePageVisible();
  const isSpeaking = ref(false);
  const hold = createSpeechHold();
  const track = computed(() => (isPainted.value && isVisible.value ? localMedia.audioTrack.value : null));

  watch(track, () => {
    hold.reset();
    isSpeaking.value = false;
  });
  useLevel(track, (level) => (isSpeaking.value = hold.add(level, performance.now())), everyMs);

  return { isSpeaking: readonly(isSpeaking) };
}

/** For the view of a call. */
export const provideOwnSpeech = (): OwnSpeech => provided.provide(createOwnSpeech());
export const useOwnSpeech = provided.use;
