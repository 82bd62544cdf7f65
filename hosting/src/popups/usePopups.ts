// Popups: what happened, what to do next and, where it helps, a retry. There is at most one of each
// kind.
import { onScopeDispose, readonly, ref } from "vue";
import type { Problem } from "./problem.ts";

export interface Popup {
  readonly id: number;
  readonly problem: Problem;
  /** Called once, by a press on Retry, after the popup has closed. */
  readonly retry: (() => void) | null;
}

const popups = ref<Popup[]>([]);
/** A screen has a place of its own for them. Elsewhere they lie over the page's lower corner. */
const hasPlace = ref(false);
let lastID = 0;

function showPopup(problem: Problem, retry: (() => void) | null = null): void {
  lastID += 1;
  popups.value = [
    ...popups.value.filter((popup) => popup.problem.code !== problem.code),
    { id: lastID, problem, retry },
  ];
}

function closePopup(id: number): void {
  popups.value = popups.value.filter((popup) => popup.id !== id);
}

/** For a new screen on which earlier failures no longer matter. */
function closePopups(): void {
  popups.value = [];
}

function retryPopup(id: number): void {
  const popup = popups.value.find((candidate) => candidate.id === id);
  closePopup(id);
  popup?.retry?.();
}

/** For the component that shows them on its screen, as long as it is there. */
function claimPlace(): void {
  hasPlace.value = true;
  onScopeDispose(() => (hasPlace.value = false));
}

export function usePopups() {
  return {
    popups: readonly(popups),
    hasPlace: readonly(hasPlace),
    claimPlace,
    showPopup,
    closePopup,
    closePopups,
    retryPopup,
  };
}
