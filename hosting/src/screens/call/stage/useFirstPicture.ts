// Faces first: what else a call shows waits for the first picture of somebody else, for a moment.
import { onScopeDispose, readonly, ref, watch, type Ref } from "vue";
import { afterPaint } from "../../../browser/after-paint.ts";
import { createProvided } from "../../../ui/provided.ts";

/** No picture may come: a camera is off, or the network is slow. */
const mostMs = 300;

type FirstPicture = ReturnType<typeof createFirstPicture>;
const provided = createProvided<FirstPicture>("first picture");

function createFirstPicture(isAlone: Readonly<Ref<boolean>>) {
  /** Nothing waits any more. It stays so. */
  const isOver = ref(false);
  let timer: ReturnType<typeof setTimeout>;
  const finish = () => (isOver.value = true);
  watch(
    isAlone,
    (alone) => {
      clearTimeout(timer);
      if (!alone && !isOver.value) timer = setTimeout(finish, mostMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return {
    isOver: readonly(isOver),
    /** Its size is known: it is about to be painted. */
    note: () => void (isOver.value || afterPaint(finish)),
  };
}

/** For the view of a call. */
export const provideFirstPicture = (isAlone: Readonly<Ref<boolean>>): FirstPicture =>
  provided.provide(createFirstPicture(isAlone));
export const useFirstPicture = provided.use;
