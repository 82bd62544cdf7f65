// The history of the figures. The call's view records it from the start, so that a plot is full
// when it opens.
import { computed, inject, provide, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref } from "vue";
import { recordFigures, type FigureHistory, type Figures } from "./figure-history.ts";
import { useMeeting } from "../../../../meeting/useMeeting.ts";

const historyKey: InjectionKey<Readonly<Ref<FigureHistory>>> = Symbol("figure history");

/** For the view of the call. A second call inside that view keeps the longer history. */
export function provideFigureHistory(): void {
  if (inject(historyKey, null) !== null) return;
  const { participants } = useMeeting();
  const history = shallowRef<FigureHistory>(new Map());
  watch(participants, (current) => (history.value = recordFigures(history.value, current)), { immediate: true });
  provide(historyKey, history);
}

/** For the components inside that view: one participant's readings, oldest first. */
export function useFigureHistory(participantID: () => string): ComputedRef<readonly Figures[]> {
  const history = inject(historyKey, null);
  if (history === null) throw new Error("No history of figures here");
  return computed(() => history.value.get(participantID()) ?? []);
}
