// Who else records this call: for the badge, a sound and screen readers. Each recorder gets the
// word that this page shows it, because it may record nobody before.
import { computed, nextTick, onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from "vue";
import { useLanguage } from "../../../messages/useLanguage.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { systemClock } from "../../../platform/clock.ts";
import { playNotes, type Notes } from "../../../sound/play-notes.ts";
import { isolate, labelOf } from "../../../ui/person-label.ts";
import { followRecorders, type Recorder } from "./follow-recorders.ts";

/** One that rises and one that falls. */
export const beginNotes: Notes = { frequenciesHz: [392, 587.33, 783.99], loudness: 0.2 };
export const endNotes: Notes = { frequenciesHz: [783.99, 587.33, 392], loudness: 0.2 };

/** The list of recorders, as participantIDs, and what a screen reader says. */
export function useRecorders() {
  const { features, participants } = useMeeting();
  const { messages } = useLanguage();
  const recorders = shallowRef<readonly string[]>([]);
  const announcement = ref("");
  const scope = new AbortController();
  const names = new Map<string, string>();

  const recording = computed<readonly Recorder[]>(() =>
    participants.value.flatMap((other) =>
      other.recording === null ? [] : [{ participantID: other.participantID, recording: other.recording }],
    ),
  );

  const say = ({ participantID, recording: number }: Recorder) =>
    features.send({ type: "recording-shown", recording: number }, participantID);

  const follow = followRecorders({
    after: systemClock.after,
    onShown(recorder, isNew) {
      const { participantID } = recorder;
      const person = participants.value.find((other) => other.participantID === participantID);
      if (person) names.set(participantID, isolate(labelOf(person, messages.value.call.nameless)));
      recorders.value = follow.list;
      // The badge is there after that.
      void nextTick(() => say(recorder));
      if (!isNew) return;
      announcement.value = messages.value.recording.others(names.get(participantID) ?? "", 1);
      void playNotes(beginNotes);
    },
    onGone(participantID) {
      recorders.value = follow.list;
      announcement.value = messages.value.recording.ended(names.get(participantID) ?? "", 1);
      names.delete(participantID);
      void playNotes(endNotes);
    },
  });

  watch(recording, (now) => follow.review(now), { immediate: true });
  features.onReached((reached) => {
    const recorder = recording.value.find(({ participantID }) => participantID === reached);
    if (recorder !== undefined && follow.list.includes(reached)) say(recorder);
  }, scope);
  onScopeDispose(() => {
    scope.abort();
    follow.stop();
  });

  return { recorders: shallowReadonly(recorders), announcement: readonly(announcement) };
}
