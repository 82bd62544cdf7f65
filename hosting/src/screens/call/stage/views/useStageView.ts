// What the stage shows large: the picture that the person has pinned, otherwise shared screens,
// otherwise the speaker or nobody. Others are not told.
import { computed, readonly, ref, shallowRef, watch, type Ref } from "vue";
import { local } from "../../../../browser/storage.ts";
import type { CallParticipant } from "../../../../meeting/useMeeting.ts";
import { createProvided } from "../../../../ui/provided.ts";
import type { Size } from "../picture-fit.ts";
import { useSpeaker } from "./useSpeaker.ts";

export const views = ["grid", "speaker"] as const;
export type View = (typeof views)[number];

/** A picture in a window of its own, in which it is seen even while the page is not. */
export interface Floating {
  readonly participantID: string;
  readonly size: Size;
}

type StageView = ReturnType<typeof createStageView>;
const provided = createProvided<StageView>("stage view");
const storedAs = "view";

export const screenKey = (participantID: string) => `screen:${participantID}`;

export function chooseLarge(options: {
  readonly people: readonly string[];
  readonly screens: readonly string[];
  readonly pinned: string | null;
  readonly speaker: string | null;
  readonly view: View;
}): readonly string[] {
  const { people, screens, pinned, speaker, view } = options;
  if (pinned !== null && (people.includes(pinned) || screens.includes(pinned))) return [pinned];
  if (screens.length > 0) return screens;
  return view === "speaker" && speaker !== null ? [speaker] : [];
}

function createStageView(participants: Readonly<Ref<readonly CallParticipant[]>>) {
  const view = ref<View>(views.find((known) => known === local.read(storedAs)) ?? "grid");
  /** Stays while its owner is away: a reload returns to it. */
  const pinned = ref<string | null>(null);
  const floating = shallowRef<Floating | null>(null);
  const speaker = useSpeaker(participants);
  const people = computed(() => participants.value.map(({ participantID }) => participantID));
  const screens = computed(() =>
    participants.value.flatMap(({ participantID, screen }) => (screen === null ? [] : [screenKey(participantID)])),
  );
  const large = computed(() =>
    chooseLarge({
      people: people.value,
      screens: screens.value,
      pinned: pinned.value,
      speaker: speaker.value,
      view: view.value,
    }),
  );
  watch(view, (chosen) => local.write(storedAs, chosen));

  return {
    view: readonly(view),
    chooseView: (chosen: View) => (view.value = chosen),
    pinned: readonly(pinned),
    togglePin: (picture: string) => (pinned.value = pinned.value === picture ? null : picture),
    /** The keys of the large pictures. */
    large,
    /** The one to show where there is room for one only. */
    featured: computed(() => large.value[0] ?? speaker.value),
    floating,
  };
}

export const provideStageView = (participants: Readonly<Ref<readonly CallParticipant[]>>): StageView =>
  provided.provide(createStageView(participants));
export const useStageView = provided.use;
