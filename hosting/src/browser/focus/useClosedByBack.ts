// On a phone Back closes what lies over the call before it leaves the call. What was opened last
// closes first.
import { onScopeDispose } from "vue";

interface Closer {
  readonly isOver: () => boolean;
  readonly close: () => void;
}

const closers = new Set<Closer>();

/** As long as the component is there, and while `isOver` says so. */
export function useClosedByBack(isOver: () => boolean, close: () => void): void {
  const closer = { isOver, close };
  closers.add(closer);
  onScopeDispose(() => closers.delete(closer));
}

/** False: nothing lies over the page. */
export function closeLastOpened(): boolean {
  const last = [...closers].findLast(({ isOver }) => isOver());
  last?.close();
  return last !== undefined;
}
