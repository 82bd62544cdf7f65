// Whether somebody speaks whose microphone is off here. A copy of its track is listened to: the
// track that others would get stays silent.
import { computed, readonly, ref, shallowRef, watch } from "vue";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { useSpoken } from "./useSpoken.ts";

const enoughMs = 1_200;
const shownMs = 8_000;

export function useMutedSpeech() {
  const { localMedia, participants } = useMeeting();
  const isTold = ref(false);
  const copy = shallowRef<MediaStreamTrack | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Open and off. Nobody speaks to an empty room. */
  const muted = computed(() => {
    const { isWanted } = localMedia.state.value.audio;
    return isWanted || participants.value.length === 0 ? null : localMedia.media.track("audio");
  });

  function hide(): void {
    clearTimeout(timer);
    isTold.value = false;
  }

  watch(
    muted,
    (track, _before, onCleanup) => {
      const listened = track?.clone() ?? null;
      if (listened !== null) listened.enabled = true;
      copy.value = listened;
      onCleanup(() => {
        listened?.stop();
        copy.value = null;
        hide();
      });
    },
    { immediate: true },
  );
  useSpoken(copy, enoughMs, () => {
    clearTimeout(timer);
    isTold.value = true;
    timer = setTimeout(hide, shownMs);
  });

  return { isTold: readonly(isTold), hide };
}
