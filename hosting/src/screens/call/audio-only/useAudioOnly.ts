// "Audio only", for a small or costly connection: the own camera is off, the others' pictures are
// not asked for, and the others are told. A shared screen still comes: it is what a call is about.
import { onScopeDispose, readonly, ref, shallowRef, watch } from "vue";
import { session } from "../../../browser/storage.ts";
import { isUsed } from "../../../meeting/useLocalMedia.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";

export type AudioOnly = ReturnType<typeof createAudioOnly>;
const provided = createProvided<AudioOnly>("audio only");

/** For a reload during the call. */
const storageKey = "audioOnly";

function createAudioOnly() {
  const { features, localMedia, participants } = useMeeting();
  const isOn = ref(session.read(storageKey) === "on");
  /** Of the others, those who want no pictures. */
  const others = shallowRef<ReadonlySet<string>>(new Set());
  const scope = new AbortController();
  /** The camera was on before. */
  let wasCameraOn = false;

  function set(wanted: boolean): void {
    if (isOn.value === wanted) return;
    isOn.value = wanted;
    if (wanted) {
      session.write(storageKey, "on");
      wasCameraOn = isUsed(localMedia.state.value.video);
      void localMedia.media.setVideo(false);
    } else {
      session.remove(storageKey);
      if (wasCameraOn) void localMedia.media.setVideo(true);
    }
    features.send({ type: "audio-only", isOn: wanted });
  }

  // Whoever turns the camera on wants pictures again.
  watch(
    () => isUsed(localMedia.state.value.video),
    (isCameraOn) => isCameraOn && set(false),
  );
  features.onMessage(({ participantID }, message) => {
    if (message.type !== "audio-only") return;
    const now = new Set(others.value);
    if (message.isOn) now.add(participantID);
    else now.delete(participantID);
    others.value = now;
  }, scope);
  features.onReached((participantID) => {
    if (isOn.value) features.send({ type: "audio-only", isOn: true }, participantID);
  }, scope);
  watch(participants, (present) => {
    const kept = [...others.value].filter((id) => present.some(({ participantID }) => participantID === id));
    if (kept.length < others.value.size) others.value = new Set(kept);
  });
  onScopeDispose(() => scope.abort());

  return { isOn: readonly(isOn), set, isOnOf: (participantID: string) => others.value.has(participantID) };
}

/** For the view of a call. */
export const provideAudioOnly = (): AudioOnly => provided.provide(createAudioOnly());
export const useAudioOnly = provided.use;
